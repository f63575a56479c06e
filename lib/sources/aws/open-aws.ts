import { AppError } from '@/lib/kernel/app-error'
import type { AwsSettings, SelfTestLine } from '@/lib/model/connection'
import type { UnitScope } from '@/lib/model/coverage'
import type { Collector, ReadContext, Step } from '@/lib/sources/collect/collector'
import { outboundUrl } from '@/lib/sources/outbound/outbound-url'
import { type Accounts, accounts } from './accounts'
import { type AwsUnit, type Sizes, smallestSizes, wholeSizes } from './aws-unit'
import { type ClientPool, clientPool } from './client-pool'
import { limitsOf } from './limits'
import { type Planner, planUnits, servicesOf } from './plan-units'
import { testCall, testSteps } from './self-test'
import { AWS_SERVICES, type AwsService, isAwsService } from './service'
import { SERVICE_STEPS } from './service-steps'
import { transport } from './transport'

/** For tests and benches: items of a list that are read, and how long an answer may take. */
export type Tuning = { cap?: number; answerMs?: number }

/**
 * An AWS connection opened for one run. Nothing is asked of AWS until it is planned or read. `secret` holds stored keys as
 * JSON, null for every other way to prove who we are. Throws `invalid` for an endpoint that may not be reached, a service we
 * do not read, and settings that lack what their way needs.
 */
export async function openAws(settings: AwsSettings, secret: string | null, tuning: Tuning = {}): Promise<Collector> {
  const region = homeRegion(settings)
  requireKnown(settings.services)
  const reach = { requestHandler: transport(tuning.answerMs), endpoint: endpointOf(settings) }
  const known = accounts(settings, secret, reach, region)
  const pool = clientPool(reach, known.credentials)
  const whole = wholeSizes(tuning.cap)
  const stepsOf = (unit: UnitScope, sizes: Sizes): Step[] =>
    SERVICE_STEPS[serviceOf(unit)].map((step) => step(awsUnit(unit, settings, pool, region, sizes)))
  const planner: Planner = { settings, accounts: known, pool, region }
  return {
    plan: (context) => planUnits(planner, context),
    steps: (unit) => stepsOf(unit, whole),
    selfTest: (context) => selfTest(planner, known, stepsOf, context),
    limits: (unit) => limitsOf(serviceOf(unit)),
    close: () => reach.requestHandler.destroy(),
  }
}

function awsUnit(scope: UnitScope, settings: AwsSettings, pool: ClientPool, home: string, sizes: Sizes): AwsUnit {
  const region = scope.region ?? home
  return {
    account: scope.account,
    region,
    regions: settings.regions,
    sizes,
    client: (kind, elsewhere = region) => pool.get(kind, scope.account, elsewhere),
  }
}

async function selfTest(
  planner: Planner,
  known: Accounts,
  stepsOf: (unit: UnitScope, sizes: Sizes) => Step[],
  context: ReadContext,
): Promise<SelfTestLine[]> {
  const first = await testCall('sts:GetCallerIdentity', () => known.identity(context))
  if (first.answer !== 'allowed') return [first]
  const { account } = await known.identity(context)
  const { settings, pool, region } = planner
  const ec2 = await pool.get('ec2', account, region)
  const organizations = await pool.get('organizations', account, region)
  const options = { abortSignal: context.signal }
  const calls = [
    testCall('ec2:DescribeRegions', () => ec2.describeRegions({}, options)),
    ...(settings.memberRole === null
      ? []
      : [testCall('organizations:ListAccounts', () => organizations.listAccounts({ MaxResults: 1 }, options))]),
  ]
  const steps = servicesOf(settings).flatMap((service) => stepsOf({ account, region, service }, smallestSizes))
  return [first, ...(await Promise.all(calls)), ...(await testSteps(steps, context))]
}

/** Where global services and the first questions are asked: the first region that is named, or the partition's first. */
function homeRegion({ regions, roleArn }: AwsSettings): string {
  const [first] = regions
  if (first !== undefined) return first
  if (roleArn?.startsWith('arn:aws-us-gov:')) return 'us-gov-west-1'
  return roleArn?.startsWith('arn:aws-cn:') ? 'cn-north-1' : 'us-east-1'
}

const endpointOf = ({ endpoint }: AwsSettings): string | null =>
  endpoint === null ? null : outboundUrl(endpoint).href.replace(/\/$/, '')

function requireKnown(services: readonly string[]): void {
  const unknown = services.find((service) => !isAwsService(service))
  if (unknown === undefined) return
  const detail = `Proofline reads no service called ${unknown}; it reads ${AWS_SERVICES.join(', ')}.`
  throw new AppError('invalid', { detail })
}

function serviceOf({ service }: UnitScope): AwsService {
  if (isAwsService(service)) return service
  throw new Error(`there is no service ${service}`)
}
