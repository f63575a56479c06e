import type { Check } from '../../frame/check'
import { fail, pass } from '../../frame/judge'
import { evaluateRegions } from '../evaluate-regions'

const ANALYZERS = 'accessanalyzer:ListAnalyzers'

export const accessanalyzerEnabled: Check = {
  id: 'aws_accessanalyzer_enabled',
  provider: 'aws',
  title: 'No access analyzer in a region',
  asserts: 'Every enabled region has an active IAM Access Analyzer.',
  risk: 'Nobody is told when a resource of the region is shared with the outside, or when access is no longer used.',
  severity: 'medium',
  kind: 'exists',
  threshold: 1,
  capabilities: ['IAM-08'],
  weak: [],
  feeds: [{ capability: 'IAM-08', stage: 2, atLeast: 1 }],
  operations: [ANALYZERS],
  permissions: ['access-analyzer:ListAnalyzers'],
  remediation: {
    text: 'Create an analyzer for the organization in every enabled region, best from a delegated administrator, and one for unused access.',
    commands: [
      {
        tool: 'aws',
        code: 'aws accessanalyzer create-analyzer --analyzer-name organization --type ORGANIZATION --region REGION',
      },
      {
        tool: 'terraform',
        code: 'resource "aws_accessanalyzer_analyzer" "this" {\n  analyzer_name = "organization"\n  type          = "ORGANIZATION"\n}',
      },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'accessanalyzer_enabled' }],
  provenBy: 'fixtures',
  evaluate: (facts) =>
    evaluateRegions({
      facts,
      type: 'aws.accessanalyzer.analyzer',
      operation: ANALYZERS,
      missing: (region) =>
        `There is no access analyzer in ${region}; an active one was expected in every enabled region.`,
      judge: ({ name, region, facts: { status } }) =>
        status === 'ACTIVE'
          ? pass
          : fail(`Access analyzer ${name} in ${region} is ${status}; an active one was expected.`, { status }),
    }),
}
