import type { Step } from '@/lib/sources/collect/collector'
import { present } from '../asker'
import { type AwsUnit, resource } from '../aws-unit'
import { detailStep } from '../detail-step'
import { nestedStep } from '../nested-step'

const FINDINGS = 'guardduty:GetFindings'
const PAGE = 50
/** High and critical; lower ones would be most of what there is and decide nothing. */
const LEAST_SEVERITY = 7

type Options = { abortSignal: AbortSignal }

async function detectorsPage(unit: AwsUnit, NextToken: string | undefined, options: Options) {
  const client = await unit.client('guardduty')
  const answer = await client.listDetectors({ NextToken, MaxResults: unit.sizes.page(PAGE) }, options)
  return { items: answer.DetectorIds, next: answer.NextToken, $metadata: answer.$metadata }
}

export const detectors = (unit: AwsUnit): Step =>
  detailStep<string>(unit, {
    operation: 'guardduty:ListDetectors',
    details: ['guardduty:GetDetector'],
    atOnce: 2,
    ask: (token, options) => detectorsPage(unit, token, options),
    read: async (DetectorId, asker) => {
      const client = await unit.client('guardduty')
      const status = await asker.item(
        'guardduty:GetDetector',
        (options) => client.getDetector({ DetectorId }, options),
        (answer): string => present(answer.Status, 'guardduty:GetDetector'),
      )
      if (status === 'gone') return []
      return [
        resource(unit, { type: 'aws.guardduty.detector', id: DetectorId, region: unit.region, facts: { status } }),
      ]
    },
  })

/** Findings of high severity that nobody has archived. */
export const highFindings = (unit: AwsUnit): Step =>
  nestedStep<string>(unit, {
    operation: 'guardduty:ListFindings',
    besides: [FINDINGS],
    owners: (token, options) => detectorsPage(unit, token, options),
    ask: async (DetectorId, NextToken, options) => {
      const client = await unit.client('guardduty')
      const FindingCriteria = {
        Criterion: { severity: { GreaterThanOrEqual: LEAST_SEVERITY }, 'service.archived': { Equals: ['false'] } },
      }
      const asked = { DetectorId, FindingCriteria, NextToken, MaxResults: unit.sizes.page(PAGE) }
      const answer = await client.listFindings(asked, options)
      return { items: answer.FindingIds, next: answer.NextToken, $metadata: answer.$metadata }
    },
    toResources: async (FindingIds, DetectorId, asker) => {
      if (FindingIds.length === 0) return []
      const client = await unit.client('guardduty')
      const ask = { DetectorId, FindingIds: [...FindingIds] }
      const answer = await asker.page(FINDINGS, (options) => client.getFindings(ask, options))
      const findings = present(answer.Findings, FINDINGS)
      asker.count(FINDINGS, findings.length)
      return findings.map(({ Id = '', Title, Severity = 0, Type = '', Resource, Service }) =>
        resource(unit, {
          type: 'aws.guardduty.finding',
          id: Id,
          name: Title,
          region: unit.region,
          facts: {
            severity: Severity,
            kind: Type,
            resourceType: Resource?.ResourceType ?? '',
            archived: Service?.Archived ?? false,
          },
        }),
      )
    },
  })
