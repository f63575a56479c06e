import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { gapAt } from '../../frame/gap-at'
import { fail, pass, undecided } from '../../frame/judge'

const DETECTORS = 'guardduty:ListDetectors'
const LIST = 'guardduty:ListFindings'
const DETAILS = 'guardduty:GetFindings'
/** GuardDuty calls 7.0 and above high, 9.0 and above critical. */
const HIGH = 7
const SHOWN = 10

const isOpenAndHigh = ({ facts }: ResourceOf<'aws.guardduty.finding'>) => !facts.archived && facts.severity >= HIGH

/** The population is the detectors: each passes when nothing high is open in its region. */
export const guarddutyNoHighFindings: Check = {
  id: 'aws_guardduty_no_high_findings',
  provider: 'aws',
  title: 'GuardDuty findings of high severity are open',
  asserts: 'No detector holds an unarchived finding of severity 7 or more.',
  risk: 'A finding of this severity means that a resource is compromised and in use by someone else, most often right now.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['MON-03', 'MON-05'],
  weak: [],
  feeds: [
    { capability: 'MON-03', stage: 2, atLeast: 1 },
    { capability: 'MON-05', stage: 1, atLeast: 0.5 },
  ],
  operations: [DETECTORS, LIST, DETAILS],
  permissions: ['guardduty:ListDetectors', 'guardduty:ListFindings', 'guardduty:GetFindings'],
  remediation: {
    text: 'Triage each finding: contain the resource and open an incident, or archive it with the reason. Suppress known noise by rule.',
    commands: [
      {
        tool: 'aws',
        code: 'aws guardduty archive-findings --detector-id DETECTOR --finding-ids FINDING --region REGION',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'guardduty_no_high_severity_findings' }],
  provenBy: 'fixtures',
  evaluate: (facts) => {
    const open = Map.groupBy(facts.of('aws.guardduty.finding').filter(isOpenAndHigh), ({ region }) => region)
    const unread = [...facts.gaps([LIST]), ...facts.failures([DETAILS])]
    return evaluatePopulation({
      items: facts.of('aws.guardduty.detector'),
      gaps: facts.gaps([DETECTORS]),
      judge: (detector) => {
        const { region } = detector
        const high = open.get(region) ?? []
        const gap = gapAt(unread, detector)
        if (high.length === 0) return gap ? undecided(gap.cause, gap.operation) : pass
        return fail(
          `GuardDuty in ${region} holds ${high.length} open findings of severity 7 or more; none was expected.`,
          {
            findings: high.slice(0, SHOWN).map(({ id, facts: { kind, severity } }) => ({ id, kind, severity })),
          },
        )
      },
    })
  },
}
