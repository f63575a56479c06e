import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { UnknownCause } from '@/lib/model/resource'
import type { HandedIn } from '@/lib/services/record-snapshot'
import { OPERATIONS } from '@/lib/sources/aws/operations'
import { AWS_SERVICES, type AwsService, isGlobal, prefixOf } from '@/lib/sources/aws/service'
import { awsAccountBlock, awsBuckets, awsData } from './aws-data'
import { awsIdentity, awsOrganization } from './aws-identity'
import { awsNetwork } from './aws-network'
import { awsWatch } from './aws-watch'
import type { Scene } from './scene'

type Unread = { cause: UnknownCause; code: string; message: string }
type Place = { service: AwsService; region: string | null }

/** Asked when a run is planned, not by a unit. */
const OF_THE_PLAN: readonly string[] = ['ec2:DescribeRegions', 'organizations:ListAccounts']
const SILENT: Unread = { cause: 'unavailable', code: 'TimeoutError', message: 'No answer within 60 seconds.' }
const REFUSED: Unread = { cause: 'denied', code: 'AccessDeniedException', message: 'The role may not do this.' }

/**
 * Why an operation was not answered: nobody lets us read the organization's policies, and the second region, which answered
 * nothing at the reading before the last, still keeps its secrets from us.
 */
function unreadOf({ reading, regions }: Scene, { service, region }: Place, operation: string): Unread | null {
  if (operation === 'organizations:ListPolicies') return REFUSED
  if (region !== regions[1]) return null
  return reading === 1 || (reading === 2 && service === 'secretsmanager') ? SILENT : null
}

function partOf(scene: Scene, place: Place, resources: readonly AnyResource[]): HandedIn {
  const asked = Object.keys(OPERATIONS).filter(
    (one) => one.startsWith(`${prefixOf(place.service)}:`) && !OF_THE_PLAN.includes(one),
  )
  const coverage = asked.map((operation) => {
    const error = unreadOf(scene, place, operation)
    return error
      ? { operation, pages: 0, items: 0, error }
      : { operation, pages: 1, items: resources.length, error: partlyRefused(operation) }
  })
  const isAnswered = coverage.some(({ error }) => error === null)
  return { scope: { account: scene.account, ...place }, resources: isAnswered ? resources : [], coverage }
}

/** Of one bucket the policy was refused; the bucket itself says so. */
const partlyRefused = (operation: string) =>
  operation === 's3:GetBucketPolicy' ? { ...REFUSED, code: 'AccessDenied', items: 1 } : null

/** The account as a reader would find it: one part a service and region, and what could not be read of it. */
export function awsAccount(scene: Scene): HandedIn[] {
  const everywhere: [AwsService, AnyResource[]][] = [
    ['iam', awsIdentity(scene)],
    ['organizations', awsOrganization(scene)],
    ['s3', awsBuckets(scene)],
    ['s3control', awsAccountBlock(scene)],
  ]
  return [
    ...everywhere.map(([service, resources]) => partOf(scene, { service, region: null }, resources)),
    ...scene.regions.flatMap((region) => {
      const found: Partial<Record<AwsService, AnyResource[]>> = {
        ...awsWatch(scene, region),
        ...awsNetwork(scene, region),
        ...awsData(scene, region),
      }
      return AWS_SERVICES.filter((one) => !isGlobal(one)).map((service) =>
        partOf(scene, { service, region }, found[service] ?? []),
      )
    }),
  ]
}
