import type { Check } from '@/lib/checks/frame/check'
import type { SnapshotUnit } from '@/lib/checks/frame/unit-coverage'
import { checksOf } from '@/lib/checks/registry'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import { seededRandom } from '@/prisma/seed/random'
import { DATA, dataOf } from './aws-data'
import { IDENTITY, identityOf } from './aws-identity'
import { NETWORK } from './aws-network'
import { WATCH, watchOf } from './aws-watch'
import { fill, type Spot } from './kind'
import { clusterOf, KUBERNETES } from './kubernetes'

/** One account or cluster of a snapshot, as JSON holds it. */
export type BenchScope = {
  provider: Check['provider']
  account: string
  units: SnapshotUnit[]
  resources: AnyResource[]
}

const REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'] as const
const ACCOUNTS = 8
const CLUSTERS = 2
/** Resources of each, in thousands. */
const THOUSANDS = 10

/** A hundred thousand resources of ten scopes, the same ones each time: eight accounts of four regions and two clusters. */
export const benchScopes = (): BenchScope[] => [
  ...Array.from({ length: ACCOUNTS }, (_, n) => accountScope(String(100_000_000_000 + n))),
  ...Array.from({ length: CLUSTERS }, (_, n) => clusterScope(`cluster-${n}`)),
]

function accountScope(account: string): BenchScope {
  const random = seededRandom(account)
  const spots = REGIONS.map((region): Spot => ({ account, region, random }))
  const [first] = spots
  const spotOf = (n: number): Spot => spots[n % spots.length] ?? { account, region: REGIONS[0], random }
  return {
    provider: 'aws',
    account,
    units: unitsOf('aws', account, [null, ...REGIONS]),
    resources: [
      ...(first ? [...identityOf(first), ...dataOf(first)] : []),
      ...spots.flatMap(watchOf),
      ...fill([...IDENTITY, ...NETWORK, ...DATA, ...WATCH], THOUSANDS, spotOf),
    ],
  }
}

function clusterScope(account: string): BenchScope {
  const spot: Spot = { account, region: '', random: seededRandom(account) }
  return {
    provider: 'kubernetes',
    account,
    units: unitsOf('kubernetes', account, [null]),
    resources: [...clusterOf(spot), ...fill(KUBERNETES, THOUSANDS, () => spot)],
  }
}

/** Each service of a provider in each region, with all operations of its checks read in full. */
function unitsOf(provider: Check['provider'], account: string, regions: readonly (string | null)[]): SnapshotUnit[] {
  const operations = new Set(checksOf(provider).flatMap((check) => check.operations))
  const byService = Map.groupBy(operations, (operation) => operation.split(/[: ]/)[0] ?? operation)
  return [...byService].flatMap(([service, ofIt]) =>
    regions.map((region) => ({
      account,
      region,
      service,
      coverage: ofIt.map((operation) => ({ operation, pages: 1, items: 1, error: null })),
    })),
  )
}
