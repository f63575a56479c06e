import type { AssessmentResult, ResultFinding } from '@/lib/evidence/oscal-import/assessment-results-shape'
import { controlOfTarget, nistControlId } from '@/lib/evidence/oscal-import/control-of-target'
import { isUndecided } from '@/lib/evidence/oscal-import/is-undecided'
import { latestJudgements } from '@/lib/evidence/oscal-import/latest-judgements'
import { refuseFaults } from '@/lib/evidence/oscal-import/oscal-fault'
import { assessmentResultsOf, readAssessmentResults } from '@/lib/evidence/oscal-import/read-assessment-results'
import { isCapability } from '@/lib/framework/capabilities'
import { OWN_FRAMEWORK } from '@/lib/framework/requirement-framework'
import type { CitedRequirement, ScannerOutcome, ScannerRecord } from '@/lib/model/scanner-record'
import { type Loose, listAt, objectAt, textAt } from './fields'
import type { Given, JsonFormat } from './scanner-format'
import { severityOfWord } from './scanner-severity'
import { scannerTime } from './scanner-time'

const ROOTS = [
  'assessment-results',
  'catalog',
  'profile',
  'component-definition',
  'system-security-plan',
  'assessment-plan',
  'plan-of-action-and-milestones',
  'mapping-collection',
]
const PRODUCT = 'OSCAL'
const WHAT = 'the assessment results'

/**
 * OSCAL assessment results (NIST, JSON 1.0 to 1.2): what is not satisfied is a finding about its statement or objective,
 * what is satisfied resolves it. Of several results the latest that judges a target counts. A document that is not whole
 * throws `invalid` with the path of every fault.
 */
export const OSCAL: JsonFormat = {
  format: 'oscal',
  recognises: (document) => ROOTS.some((root) => root in document),
  refuse(text) {
    const read = readAssessmentResults(text)
    if ('faults' in read) refuseFaults(read.faults, WHAT)
  },
  *read(document): Generator<Given> {
    const read = assessmentResultsOf(document)
    if ('faults' in read) return refuseFaults(read.faults, WHAT)
    for (const { result, findings } of latestJudgements(read.results)) {
      const failed = findings.filter(({ target }) => target.status.state === 'not-satisfied')
      const [first] = findings
      if (failed.length === 0 && first) yield { record: recordOf(result, first, 0) }
      for (const [i, finding] of failed.entries()) yield { record: recordOf(result, finding, i) }
    }
  },
}

/** `again` counts findings about one target: the second and later have a place of their own. */
function recordOf(result: AssessmentResult, finding: ResultFinding, again: number): ScannerRecord {
  const { target, title, description, uuid } = finding
  const targetId = target['target-id']
  const severity = severityOf(result, finding)
  const { seenAt } = scannerTime(result.end ?? result.start, null)
  return {
    product: PRODUCT,
    version: null,
    rule: controlOfTarget(targetId),
    title,
    message: description.trim() || title,
    severity: severity ?? 'medium',
    outcome: outcomeOf(finding),
    resource: {
      type: target.type === 'statement-id' ? 'statement' : 'objective',
      id: again === 0 ? targetId : `${targetId}#${uuid}`,
      name: target.title ?? targetId,
      account: '',
      region: null,
    },
    requirements: requirementOf(controlOfTarget(targetId)),
    seenAt,
    assumptions: severity === null ? ['severity'] : [],
    raw: finding,
  }
}

function outcomeOf(finding: ResultFinding): ScannerOutcome {
  if (isUndecided(finding)) return 'not_assessed'
  return finding.target.status.state === 'satisfied' ? 'pass' : 'fail'
}

function requirementOf(control: string): CitedRequirement[] {
  const ours = control.toUpperCase()
  if (isCapability(ours)) return [{ standard: OWN_FRAMEWORK, id: ours }]
  const nist = nistControlId(control)
  return nist === null ? [] : [{ standard: 'NIST SP 800-53 r5', id: nist }]
}

/** OSCAL has no severity of its own; the facets of a risk may name one in words. */
function severityOf(result: AssessmentResult, finding: Loose) {
  const named = listAt(finding, 'related-risks').map((one) => textAt(one, 'risk-uuid'))
  const facets = listAt(result, 'risks')
    .filter((risk) => named.includes(textAt(risk, 'uuid')))
    .flatMap((risk) => listAt(risk, 'characterizations'))
    .flatMap((one) => listAt(one, 'facets'))
  const facet = facets.find((one) => /^(severity|risk|risk-level)$/i.test(textAt(one, 'name') ?? ''))
  return severityOfWord(textAt(objectAt(facet), 'value'))
}
