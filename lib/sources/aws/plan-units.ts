import type { AwsSettings } from '@/lib/model/connection'
import type { UnitScope } from '@/lib/model/coverage'
import type { ReadContext } from '@/lib/sources/collect/collector'
import { SourceError } from '@/lib/sources/collect/source-error'
import type { Accounts } from './accounts'
import { Asker, present } from './asker'
import type { ClientPool } from './client-pool'
import { inParallel } from './in-parallel'
import { ordered } from './ordered'
import { AWS_SERVICES, type AwsService, isAwsService, isGlobal } from './service'

const ACCOUNTS_AT_ONCE = 4
const MEMBERS = 'organizations:ListAccounts'
const REGIONS = 'ec2:DescribeRegions'

export type Planner = { settings: AwsSettings; accounts: Accounts; pool: ClientPool; region: string }

/**
 * The units of a run: every account × its enabled regions × the services. A member account that does not say which regions
 * it has enabled is planned with those of the first, so that its silence is on record. Throws SourceError when the first
 * account, or the organization, does not answer.
 */
export async function planUnits(planner: Planner, context: ReadContext): Promise<UnitScope[]> {
  const { account } = await planner.accounts.identity(context)
  const own = await regionsOf(planner, account, context)
  const members = await memberAccounts(planner, account, context)
  const planned = await inParallel(members, ACCOUNTS_AT_ONCE, async (member) => {
    const regions = member === account ? own : await regionsOf(planner, member, context).catch(orElse(own))
    return unitsOf(member, regions, servicesOf(planner.settings))
  })
  return planned.flat()
}

/** The services that are read: those named, in our order, or all. A name we do not know was refused before. */
export const servicesOf = ({ services }: AwsSettings): AwsService[] =>
  AWS_SERVICES.filter((one) => services.length === 0 || services.filter(isAwsService).includes(one))

function unitsOf(account: string, regions: readonly string[], services: readonly AwsService[]): UnitScope[] {
  const global = services.filter(isGlobal).map((service) => ({ account, region: null, service }))
  const regional = services.filter((service) => !isGlobal(service))
  return [...global, ...regions.flatMap((region) => regional.map((service) => ({ account, region, service })))]
}

/** Regions that the account may use: its own list, since an account switches them on one by one. */
async function regionsOf(
  { settings, pool, region }: Planner,
  account: string,
  context: ReadContext,
): Promise<string[]> {
  if (settings.regions.length > 0) return ordered([...new Set(settings.regions)])
  const ec2 = await pool.get('ec2', account, region)
  const answer = await new Asker(context).page(REGIONS, (options) => ec2.describeRegions({}, options))
  return ordered(present(answer.Regions, REGIONS).map(({ RegionName }) => RegionName))
}

async function memberAccounts(
  { settings, pool, region }: Planner,
  account: string,
  context: ReadContext,
): Promise<string[]> {
  if (settings.memberRole === null) return [account]
  const client = await pool.get('organizations', account, region)
  const asker = new Asker(context)
  const found: string[] = []
  let NextToken: string | undefined
  do {
    const ask = { NextToken }
    const answer = await asker.page(MEMBERS, (options) => client.listAccounts(ask, options))
    const active = present(answer.Accounts, MEMBERS).filter(({ Status, State }) => (State ?? Status) === 'ACTIVE')
    found.push(...active.map(({ Id = '' }) => Id))
    NextToken = answer.NextToken || undefined
  } while (NextToken !== undefined)
  return ordered([...new Set([account, ...found])])
}

const orElse =
  <T>(value: T) =>
  (error: unknown): T => {
    if (error instanceof SourceError) return value
    throw error
  }
