import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'

const TRAILS = 'cloudtrail:DescribeTrails'

export const cloudtrailLogFileValidation: Check = {
  id: 'aws_cloudtrail_log_file_validation',
  provider: 'aws',
  title: 'Trail does not sign its log files',
  asserts: 'Every trail writes digest files that show whether a log file was changed.',
  risk: 'Whoever can write to the log bucket can alter or remove what was recorded, and nobody can tell.',
  severity: 'medium',
  kind: 'every',
  threshold: 1,
  capabilities: ['MON-01'],
  weak: [],
  feeds: [
    { capability: 'MON-01', stage: 2, atLeast: 1 },
    { capability: 'MON-01', stage: 3, atLeast: 1 },
  ],
  operations: [TRAILS],
  permissions: ['cloudtrail:DescribeTrails'],
  remediation: {
    text: 'Turn log file validation on, and check the digests from time to time with validate-logs.',
    commands: [
      { tool: 'aws', code: 'aws cloudtrail update-trail --name TRAIL --enable-log-file-validation' },
      { tool: 'terraform', code: 'enable_log_file_validation = true # in aws_cloudtrail' },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'cloudtrail_log_file_validation_enabled' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.cloudtrail.trail'),
      gaps: facts.gaps([TRAILS]),
      judge: ({ name, facts: { logFileValidation } }) =>
        judgeField(logFileValidation, TRAILS, (on) =>
          on
            ? pass
            : fail(`Trail ${name} writes log files without digests; log file validation was expected to be on.`),
        ),
    }),
}
