import type { Reading } from '@/lib/model/resource'
import type { Step } from '@/lib/sources/collect/collector'
import { type Asker, present } from '../asker'
import { type AwsUnit, resource } from '../aws-unit'
import { listStep } from '../list-step'
import { onceStep } from '../once-step'

const RECORDERS = 'config:DescribeConfigurationRecorders'
const STATUS = 'config:DescribeConfigurationRecorderStatus'

/** Configuration recorders with whether each is recording, which is another operation's to say. */
export const recorders = (unit: AwsUnit): Step =>
  onceStep({
    operation: RECORDERS,
    besides: [STATUS],
    async read(asker) {
      const client = await unit.client('config')
      const answer = await asker.page(RECORDERS, (options) => client.describeConfigurationRecorders({}, options))
      const found = present(answer.ConfigurationRecorders, RECORDERS)
      asker.count(STATUS, 0)
      const recording = found.length === 0 ? null : await statuses(unit, asker)
      return found.map(({ name = '', arn, recordingGroup }) =>
        resource(unit, {
          type: 'aws.config.recorder',
          id: arn ?? `${unit.region}/${name}`,
          name,
          region: unit.region,
          facts: { recording: recordingOf(name, recording), allSupported: recordingGroup?.allSupported ?? null },
        }),
      )
    },
  })

type Statuses = Reading<Readonly<Record<string, boolean | undefined>>> | null

async function statuses(unit: AwsUnit, asker: Asker): Promise<Statuses> {
  const client = await unit.client('config')
  const answer = await asker.item(
    STATUS,
    (options) => client.describeConfigurationRecorderStatus({}, options),
    ({ ConfigurationRecordersStatus }) =>
      Object.fromEntries(
        present(ConfigurationRecordersStatus, STATUS).map(({ name = '', recording }) => [name, recording]),
      ),
  )
  return answer === 'gone' ? null : answer
}

function recordingOf(name: string, statuses: Statuses): Reading<boolean> {
  if (statuses && 'unread' in statuses) return statuses
  const value = statuses?.value[name]
  return value === undefined ? { unread: 'unsupported', operation: STATUS } : { value }
}

export const rules = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'config:DescribeComplianceByConfigRule',
    ask: async (NextToken, options) => {
      const client = await unit.client('config')
      const answer = await client.describeComplianceByConfigRule({ NextToken }, options)
      return { items: answer.ComplianceByConfigRules, next: answer.NextToken, $metadata: answer.$metadata }
    },
    toResource: ({ ConfigRuleName = '', Compliance }) =>
      resource(unit, {
        type: 'aws.config.rule',
        id: `${unit.region}/${ConfigRuleName}`,
        name: ConfigRuleName,
        region: unit.region,
        facts: { compliance: Compliance?.ComplianceType ?? null },
      }),
  })
