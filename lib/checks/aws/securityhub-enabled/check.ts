import type { Check } from '../../frame/check'
import { pass } from '../../frame/judge'
import { evaluateRegions } from '../evaluate-regions'

const HUB = 'securityhub:DescribeHub'

export const securityhubEnabled: Check = {
  id: 'aws_securityhub_enabled',
  provider: 'aws',
  title: 'Security Hub is off in a region',
  asserts: 'Security Hub is on in every enabled region.',
  risk: 'Findings of the separate services are not brought together, and no standard is checked between audits.',
  severity: 'medium',
  kind: 'exists',
  threshold: 1,
  capabilities: ['MON-02', 'POL-07'],
  weak: [],
  feeds: [
    { capability: 'MON-02', stage: 1, atLeast: 0.5 },
    { capability: 'POL-07', stage: 2, atLeast: 0.6 },
    { capability: 'POL-07', stage: 3, atLeast: 0.9 },
  ],
  operations: [HUB],
  permissions: ['securityhub:DescribeHub'],
  remediation: {
    text: 'Turn Security Hub on in every enabled region, best by central configuration from a delegated administrator, and aggregate findings in one region.',
    commands: [
      { tool: 'aws', code: 'aws securityhub enable-security-hub --enable-default-standards --region REGION' },
      { tool: 'terraform', code: 'resource "aws_securityhub_account" "this" {}' },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'securityhub_enabled' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluateRegions({
      facts,
      type: 'aws.securityhub.hub',
      operation: HUB,
      missing: (region) => `Security Hub is off in ${region}; it was expected to be on in every enabled region.`,
      judge: () => pass,
    }),
}
