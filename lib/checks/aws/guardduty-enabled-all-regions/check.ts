import type { Check } from '../../frame/check'
import { fail, pass } from '../../frame/judge'
import { judgeReading } from '../../frame/judge-reading'
import { evaluateRegions } from '../evaluate-regions'

const DETECTORS = 'guardduty:ListDetectors'

export const guarddutyEnabledAllRegions: Check = {
  id: 'aws_guardduty_enabled_all_regions',
  provider: 'aws',
  title: 'GuardDuty does not watch a region',
  asserts: 'Every enabled region has an enabled GuardDuty detector.',
  risk: 'Stolen credentials, crypto-mining and contact with known hostile hosts go unnoticed in a region nobody watches.',
  severity: 'high',
  kind: 'exists',
  threshold: 1,
  capabilities: ['MON-03'],
  weak: [],
  feeds: [
    { capability: 'MON-03', stage: 1, atLeast: 0.5 },
    { capability: 'MON-03', stage: 2, atLeast: 1 },
  ],
  operations: [DETECTORS, 'guardduty:GetDetector'],
  permissions: ['guardduty:ListDetectors', 'guardduty:GetDetector'],
  remediation: {
    text: 'Turn GuardDuty on in every enabled region, best from a delegated administrator with auto-enable for new accounts; disable regions that are not used.',
    commands: [
      { tool: 'aws', code: 'aws guardduty create-detector --enable --region REGION' },
      { tool: 'terraform', code: 'resource "aws_guardduty_detector" "this" {\n  enable = true\n}' },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'guardduty_is_enabled' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluateRegions({
      facts,
      type: 'aws.guardduty.detector',
      operation: DETECTORS,
      missing: (region) => `GuardDuty has no detector in ${region}; one was expected in every enabled region.`,
      judge: ({ id, region, facts: { status } }) =>
        judgeReading(status, (value) =>
          value === 'ENABLED'
            ? pass
            : fail(`The GuardDuty detector in ${region} is suspended; it was expected to be enabled.`, {
                detector: id,
                status: value,
              }),
        ),
    }),
}
