import type { Check } from '../../frame/check'
import { fail, pass } from '../../frame/judge'
import { judgeReading } from '../../frame/judge-reading'
import { evaluateRegions } from '../evaluate-regions'

const RECORDERS = 'config:DescribeConfigurationRecorders'

export const configRecorderAllRegions: Check = {
  id: 'aws_config_recorder_all_regions',
  provider: 'aws',
  title: 'AWS Config does not record a region',
  asserts: 'Every enabled region has a configuration recorder that is recording.',
  risk: 'Changes made by hand are not recorded there: drift is not seen, and rules have nothing to judge.',
  severity: 'medium',
  kind: 'exists',
  threshold: 1,
  capabilities: ['POL-05', 'POL-07'],
  weak: [],
  feeds: [
    { capability: 'POL-05', stage: 2, atLeast: 0.9 },
    { capability: 'POL-07', stage: 2, atLeast: 0.6 },
    { capability: 'POL-07', stage: 3, atLeast: 0.9 },
  ],
  operations: [RECORDERS, 'config:DescribeConfigurationRecorderStatus'],
  permissions: ['config:DescribeConfigurationRecorders', 'config:DescribeConfigurationRecorderStatus'],
  remediation: {
    text: 'Create a recorder and a delivery channel in each enabled region and start recording; organizations do this with a StackSet or Control Tower.',
    commands: [
      {
        tool: 'aws',
        code: 'aws configservice start-configuration-recorder --configuration-recorder-name NAME --region REGION',
      },
      {
        tool: 'terraform',
        code: 'resource "aws_config_configuration_recorder_status" "this" {\n  name       = aws_config_configuration_recorder.this.name\n  is_enabled = true\n}',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'config_recorder_all_regions_enabled' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluateRegions({
      facts,
      type: 'aws.config.recorder',
      operation: RECORDERS,
      missing: (region) => `AWS Config has no recorder in ${region}; one was expected in every enabled region.`,
      judge: ({ name, region, facts: { recording } }) =>
        judgeReading(recording, (on) =>
          on
            ? pass
            : fail(`The configuration recorder in ${region} is stopped; it was expected to record.`, {
                recorder: name,
              }),
        ),
    }),
}
