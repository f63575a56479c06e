import type { Gap } from '@/lib/model/coverage'
import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip } from '../../frame/judge'
import type { ScopeFacts } from '../../frame/scope-facts'

const ANALYZERS = 'accessanalyzer:ListAnalyzers'
const FINDINGS = 'accessanalyzer:ListFindingsV2'
const EXTERNAL = new Set(['ACCOUNT', 'ORGANIZATION'])

type Analyzer = ResourceOf<'aws.accessanalyzer.analyzer'>
type Finding = ResourceOf<'aws.accessanalyzer.finding'>

const isOpen = ({ facts: { status, kind } }: Finding) => status === 'ACTIVE' && kind === 'ExternalAccess'

/** Findings are asked for only where there is an analyzer: elsewhere no record of it is no gap. */
function gapsOf(facts: ScopeFacts, analyzers: readonly Analyzer[]): Gap[] {
  const asked = new Set(analyzers.map(({ region }) => region))
  const unasked = facts
    .gaps([FINDINGS])
    .filter(({ cause, region }) => cause === 'not_collected' && (region === null ? asked.size > 0 : asked.has(region)))
  return [...facts.gaps([ANALYZERS]), ...unasked, ...facts.failures([FINDINGS])]
}

export const accessanalyzerNoActiveFindings: Check = {
  id: 'aws_accessanalyzer_no_active_findings',
  provider: 'aws',
  title: 'Resource is shared with the outside',
  asserts: 'No analyzer of external access has an active finding: each was resolved or archived.',
  risk: 'Somebody outside the account or organization can reach the resource, and nobody has said that it is meant so.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['IAM-08', 'DAT-04'],
  weak: [],
  feeds: [
    { capability: 'IAM-08', stage: 2, atLeast: 1 },
    { capability: 'DAT-04', stage: 2, atLeast: 1 },
  ],
  operations: [ANALYZERS, FINDINGS],
  permissions: ['access-analyzer:ListAnalyzers', 'access-analyzer:ListFindings'],
  remediation: {
    text: "Remove the outsider from the resource's policy, or archive the finding by a rule that says why the access is meant.",
    commands: [
      { tool: 'aws', code: 'aws accessanalyzer get-finding-v2 --analyzer-arn ANALYZER_ARN --id FINDING_ID' },
      {
        tool: 'aws',
        code: 'aws accessanalyzer update-findings --analyzer-arn ANALYZER_ARN --ids FINDING_ID --status ARCHIVED',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'accessanalyzer_enabled_without_findings' }],
  provenBy: 'fixtures',
  evaluate: (facts) => {
    const open = facts.of('aws.accessanalyzer.finding').filter(isOpen)
    const shared = new Set(open.map(({ region }) => region))
    const analyzers = facts
      .of('aws.accessanalyzer.analyzer')
      .filter(({ facts: { status, kind } }) => status === 'ACTIVE' && EXTERNAL.has(kind))
    return evaluatePopulation<Analyzer | Finding>({
      // An analyzer with nothing open speaks for itself; the others are spoken for by what they found.
      items: [...analyzers, ...open],
      gaps: gapsOf(facts, analyzers),
      judge: (one) => {
        if (one.type === 'aws.accessanalyzer.analyzer') return shared.has(one.region) ? skip : pass
        const { resource, resourceType } = one.facts
        return fail(`${resource} can be reached from outside; a resolved or archived finding was expected.`, {
          resource,
          resourceType,
        })
      },
    })
  },
}
