import { capability } from '@/lib/framework/capabilities'
import { crosswalkOf } from '@/lib/framework/crosswalk'
import { OWN_FRAMEWORK } from '@/lib/framework/requirement-framework'
import { derivedId } from '@/lib/kernel/id'
import type { Answer } from '@/lib/model/answer'
import type { Assessment } from '@/lib/model/assessment'
import type { CapabilityMaturity } from '@/lib/model/maturity'
import type { CapabilityPosture } from '@/lib/model/posture'
import { belowTarget } from '../oscal/assessment-findings'
import { columnsOf, type Table } from './table'

/** One capability in one assessment, with everything that is said of it there. */
export type AnswerRow = {
  org: string
  assessment: Assessment
  result: CapabilityMaturity
  /** Null when nobody answered. */
  answer: Answer | null
  /** What the checks showed by that day, and when; null when no check had spoken. */
  posture: { at: string; capability: CapabilityPosture } | null
  /** The standard whose requirements are named; the product's own framework when it is null. */
  framework: string | null
  /** The first day on which a risk accepted under this capability falls back; null when there is none. */
  exceptionExpiry: string | null
}

const { text, number, instant, day, list } = columnsOf<AnswerRow>()

/** How it was tested, in the words of SP 800-53A: files and links examined, checks run, or somebody's word alone. */
function methods({ answer, posture }: AnswerRow): string[] {
  const tested = posture !== null && posture.capability.coverage > 0 ? ['TEST'] : []
  if (answer === null) return tested
  return [answer.evidence.length > 0 ? 'EXAMINE' : 'INTERVIEW', ...tested]
}

const files = ({ answer }: AnswerRow): string[] => (answer?.evidence ?? []).flatMap(({ sha256 }) => sha256 ?? [])

const requirements = ({ framework, result }: AnswerRow): string[] =>
  framework === null
    ? [result.capability]
    : crosswalkOf(result.capability).flatMap(({ standard, id }) => (standard === framework ? [id] : []))

/** As the plan of action and milestones of the assessment names it. */
const planItem = ({ assessment, result }: AnswerRow): string | null =>
  belowTarget(result) ? derivedId('oscal-poam-item', assessment.id, result.capability) : null

/**
 * One row per capability and assessment. Stages are 0 to 3, the score of one is 0 to 100; both are empty where nothing was
 * assessed. `poam_id` is the item of the OSCAL plan of action, where one is below its target; `due` is empty, because no
 * date is set by which it is to be there.
 */
export const answersTable: Table<AnswerRow> = {
  name: 'answers',
  title: 'Answers by capability',
  columns: [
    text('assessment_id', 'Assessment', ({ assessment }) => assessment.id),
    text('org', 'Organization', ({ org }) => org),
    day('as_of', 'As of', ({ assessment }) => assessment.asOf),
    text('layer', 'Layer', ({ result }) => capability(result.capability).layer),
    text('capability_id', 'Capability', ({ result }) => result.capability),
    text('capability_name', 'Name', ({ result }) => capability(result.capability).name),
    number('stage', 'Stage', ({ result }) => result.effective),
    number('score', 'Score', ({ result }) => (result.effective === null ? null : (100 * result.effective) / 3)),
    number('target_stage', 'Target stage', ({ result }) => result.target),
    text('status', 'Status', ({ result }) => result.status),
    text('assessor', 'Assessor', ({ assessment }) => assessment.submittedBy ?? assessment.createdBy),
    list('method', 'Method', methods),
    list('evidence_ids', 'Evidence', ({ answer }) => (answer?.evidence ?? []).map(({ id }) => id)),
    list('evidence_sha256', 'SHA-256 of evidence', files),
    instant('last_tested', 'Last tested', ({ posture }) =>
      posture !== null && posture.capability.coverage > 0 ? posture.at : null,
    ),
    text('framework', 'Framework', ({ framework }) => framework ?? OWN_FRAMEWORK),
    text('requirement_id', 'Requirements', (row) => requirements(row).join('; ')),
    text('poam_id', 'Plan item', planItem),
    day('due', 'Due', () => null),
    day('exception_expiry', 'Exception ends', ({ exceptionExpiry }) => exceptionExpiry),
    text('notes', 'Notes', ({ answer }) => answer?.rationale ?? null),
  ],
}
