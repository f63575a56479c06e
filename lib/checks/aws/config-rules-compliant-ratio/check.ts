import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, type Judgement, pass, undecided } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'

const COMPLIANCE = 'config:DescribeComplianceByConfigRule'
/** What POL-07 asks for at its optimal stage. */
const THRESHOLD = 0.9

/** Config itself says of INSUFFICIENT_DATA that it could not judge, so neither do we. */
function judgeRule(name: string, compliance: string): Judgement {
  if (compliance === 'COMPLIANT') return pass
  if (compliance === 'NON_COMPLIANT')
    return fail(`Resources do not comply with the AWS Config rule ${name}; all were expected to.`, { compliance })
  return undecided('not_collected', COMPLIANCE)
}

export const configRulesCompliantRatio: Check = {
  id: 'aws_config_rules_compliant_ratio',
  provider: 'aws',
  title: 'AWS Config rule finds resources that do not comply',
  asserts: 'At least 90 % of the AWS Config rules find every resource compliant.',
  risk: 'Controls the organization chose to check are known to be broken and stay so until an auditor asks.',
  severity: 'medium',
  kind: 'ratio',
  threshold: THRESHOLD,
  capabilities: ['POL-07'],
  weak: [],
  feeds: [
    { capability: 'POL-07', stage: 2, atLeast: 0.6 },
    { capability: 'POL-07', stage: 3, atLeast: THRESHOLD },
  ],
  operations: [COMPLIANCE],
  permissions: ['config:DescribeComplianceByConfigRule'],
  remediation: {
    text: 'List what does not comply and fix it, or attach a remediation action to the rule; remove rules nobody wants.',
    commands: [
      {
        tool: 'aws',
        code: 'aws configservice get-compliance-details-by-config-rule --config-rule-name RULE --compliance-types NON_COMPLIANT --region REGION',
      },
    ],
    effort: 'days',
  },
  peers: [],
  provenBy: 'fixtures',
  evaluate: (facts, { threshold = THRESHOLD }) =>
    evaluatePopulation({
      items: facts.of('aws.config.rule'),
      gaps: facts.gaps([COMPLIANCE]),
      threshold,
      judge: ({ name, facts: { compliance } }) => judgeField(compliance, COMPLIANCE, (value) => judgeRule(name, value)),
    }),
}
