import { capability as capabilityOf } from '@/lib/framework/capabilities'
import { derivedId } from '@/lib/kernel/id'
import type { Answer } from '@/lib/model/answer'
import type { Evidence } from '@/lib/model/evidence'
import { STAGES } from '@/lib/model/stage'
import { type AssessedFacts, observed } from './assessed-facts'
import type { BackMatter } from './back-matter'
import { type OscalObject, present } from './oscal-object'
import { line, props, prose } from './oscal-text'

/**
 * What was observed of one capability by answering it: the answer itself and every piece of evidence. An answer without
 * evidence has an unknown method, because how its author came to it is not known.
 */
export const answerObservations = (answer: Answer, facts: AssessedFacts, resources: BackMatter): OscalObject[] => [
  answered(answer, facts.assessment),
  ...answer.evidence.map((evidence) => evidenced(evidence, answer.capability, facts, resources)),
]

const nameOf = (capability: string) => `${capability} ${capabilityOf(capability).name}`

const answered = (answer: Answer, { id, approvedAt }: AssessedFacts['assessment']): OscalObject => ({
  uuid: derivedId(...observed.answer(id, answer.capability)),
  title: line(`Answer to ${nameOf(answer.capability)}`),
  description: prose(answer.rationale.trim() || 'No rationale was given.'),
  props: props({
    capability: answer.capability,
    'assessment-status': answer.status,
    stage: answer.stage === null ? null : STAGES[answer.stage],
    'target-stage': answer.targetStage === null ? null : STAGES[answer.targetStage],
  }),
  methods: [answer.evidence.length > 0 ? 'EXAMINE' : 'UNKNOWN'],
  types: ['control-objective'],
  // An answer was there before it was approved, whenever its row was written.
  collected: approvedAt !== null && approvedAt < answer.updatedAt ? approvedAt : answer.updatedAt,
})

function evidenced(
  evidence: Evidence,
  capability: string,
  { evidenceHref }: AssessedFacts,
  resources: BackMatter,
): OscalObject {
  const { id, title, kind, url, mediaType, sha256, collectedOn, expiresOn, collector } = evidence
  const href = resources.add({
    key: ['evidence', id],
    title,
    description:
      kind === 'file'
        ? 'A file of evidence, as it was uploaded.'
        : 'An address given as evidence. What stands there was not kept, so it has no hash.',
    href: kind === 'file' ? evidenceHref(evidence, capability) : url,
    mediaType,
    sha256,
  })
  return present({
    uuid: derivedId(...observed.evidence(id)),
    title: line(`Evidence for ${nameOf(capability)}`),
    description: prose(title),
    props: props({ capability, 'evidence-kind': kind, collector }),
    methods: ['EXAMINE'],
    types: ['control-objective'],
    'relevant-evidence': [{ href, description: prose(title) }],
    collected: `${collectedOn}T00:00:00Z`,
    expires: expiresOn === null ? undefined : `${expiresOn}T23:59:59Z`,
  })
}
