import type { AdvancedEventSelector, GetEventSelectorsCommandOutput, Trail } from '@aws-sdk/client-cloudtrail'
import type { Step } from '@/lib/sources/collect/collector'
import { type Asker, present } from '../asker'
import { type AwsUnit, resource } from '../aws-unit'
import { inParallel } from '../in-parallel'
import { onceStep } from '../once-step'

const TRAILS = 'cloudtrail:DescribeTrails'
const STATUS = 'cloudtrail:GetTrailStatus'
const SELECTORS = 'cloudtrail:GetEventSelectors'

/**
 * Trails, each where its home is: other regions show it as well, and so do the member accounts of an organization's trail.
 * One whose home is not read is kept by the first region that is.
 */
export const trails = (unit: AwsUnit): Step =>
  onceStep({
    operation: TRAILS,
    besides: [STATUS, SELECTORS],
    async read(asker) {
      const client = await unit.client('cloudtrail')
      const answer = await asker.page(TRAILS, (options) =>
        client.describeTrails({ includeShadowTrails: true }, options),
      )
      for (const detail of [STATUS, SELECTORS] as const) asker.count(detail, 0)
      const own = present(answer.trailList, TRAILS).filter((trail) => isReadHere(unit, trail))
      return (await inParallel(own, 2, (trail) => readTrail(unit, trail, asker))).flat()
    },
  })

const isReadHere = ({ region, regions }: AwsUnit, { HomeRegion = region }: Trail): boolean =>
  HomeRegion === region || (region === regions[0] && !regions.includes(HomeRegion))

async function readTrail(unit: AwsUnit, trail: Trail, asker: Asker) {
  const client = await unit.client('cloudtrail')
  const Name = trail.TrailARN ?? ''
  const [logging, managementEvents] = await Promise.all([
    asker.item(
      STATUS,
      (options) => client.getTrailStatus({ Name }, options),
      (answer): boolean => present(answer.IsLogging, STATUS),
    ),
    asker.item(SELECTORS, (options) => client.getEventSelectors({ TrailName: Name }, options), managementEventsOf),
  ])
  if (logging === 'gone' || managementEvents === 'gone') return []
  const homeRegion = trail.HomeRegion ?? unit.region
  const facts = {
    homeRegion,
    multiRegion: trail.IsMultiRegionTrail ?? null,
    organization: trail.IsOrganizationTrail ?? null,
    logFileValidation: trail.LogFileValidationEnabled ?? null,
    kmsKey: trail.KmsKeyId || null,
    logging,
    managementEvents,
  }
  return [resource(unit, { type: 'aws.cloudtrail.trail', id: Name, name: trail.Name, region: homeRegion, facts })]
}

type Recorded = 'All' | 'ReadOnly' | 'WriteOnly' | null

/** Which management events a trail records. Throws `unsupported` when no selector is told: AWS always has one. */
export function managementEventsOf(answer: Partial<GetEventSelectorsCommandOutput>): Recorded {
  const { EventSelectors: basic = [], AdvancedEventSelectors: advanced = [] } = answer
  present(basic[0] ?? advanced[0], SELECTORS)
  const kinds = [
    ...basic.filter((one) => one.IncludeManagementEvents ?? true).map((one) => one.ReadWriteType ?? 'All'),
    ...advanced.filter(isManagement).map(kindOf),
  ]
  if (kinds.length === 0) return null
  const reads = kinds.some((kind) => kind !== 'WriteOnly')
  const writes = kinds.some((kind) => kind !== 'ReadOnly')
  return reads && writes ? 'All' : reads ? 'ReadOnly' : 'WriteOnly'
}

const isManagement = ({ FieldSelectors = [] }: AdvancedEventSelector): boolean =>
  FieldSelectors.some(({ Field, Equals }) => Field === 'eventCategory' && Equals?.includes('Management'))

function kindOf({ FieldSelectors = [] }: AdvancedEventSelector): 'All' | 'ReadOnly' | 'WriteOnly' {
  const readOnly = FieldSelectors.find(({ Field }) => Field === 'readOnly')?.Equals?.[0]
  return readOnly === 'true' ? 'ReadOnly' : readOnly === 'false' ? 'WriteOnly' : 'All'
}
