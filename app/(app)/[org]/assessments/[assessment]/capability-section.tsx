import { AnswerBar, AnswerBarLinks } from '@/components/assessment/answer-bar'
import { AnswerEditor } from '@/components/assessment/answer-editor'
import { RationaleView, StageView } from '@/components/assessment/answer-view'
import { CapabilityHeading } from '@/components/assessment/capability-heading'
import { CapabilityKeys } from '@/components/assessment/capability-keys'
import { CrosswalkCard } from '@/components/assessment/crosswalk-card'
import { EvidenceCard } from '@/components/assessment/evidence-card'
import { PostureCard } from '@/components/posture/posture-card'
import { checkOf } from '@/lib/checks/registry'
import { capability } from '@/lib/framework/capabilities'
import { clausesOf, guidanceOf } from '@/lib/framework/guidance'
import type { Answer } from '@/lib/model/answer'
import { neighboursOf } from '@/lib/presentation/assessment-progress'
import { paths } from '@/lib/queries/paths'
import type { loadAssessment } from './load-assessment'

/** Evidence is rendered by the server, so it need not travel with the answer. */
const givenOf = ({ status, stage, targetStage, rationale, updatedAt }: Answer) => ({
  status,
  stage,
  targetStage,
  rationale,
  updatedAt,
})

type Props = { org: string; id: string; loaded: Awaited<ReturnType<typeof loadAssessment>>; editable: boolean }

/** One capability of an assessment: written while it is a draft, read after. */
export function CapabilitySection({ org, id, loaded: { assessment, deployment }, editable }: Props) {
  const { name } = capability(id)
  const guidance = guidanceOf(id)
  const answer = assessment.answers.find((one) => one.capability === id) ?? null
  const stages = ([0, 1, 2, 3] as const).map((stage) => ({ stage, clauses: clausesOf(guidance.stages[stage]) }))
  const hrefOf = (one: string) => paths.assessment(org, assessment.id, one)
  const summaryHref = paths.assessment(org, assessment.id)
  const neighbours = neighboursOf(id)
  const links = <AnswerBarLinks {...neighbours} hrefOf={hrefOf} summaryHref={summaryHref} />
  const place = { org, assessment: assessment.id, capability: id }
  const evidence = (
    <EvidenceCard
      place={place}
      evidence={answer?.evidence ?? []}
      asOf={assessment.asOf}
      today={new Date().toISOString().slice(0, 10)}
      asked={guidance.evidence}
      mode={editable ? (answer ? 'open' : 'unanswered') : 'closed'}
    />
  )
  const { posture } = assessment
  const after = (
    <>
      <PostureCard
        org={org}
        at={posture?.at ?? null}
        posture={posture?.capabilities.find((one) => one.capability === id) ?? null}
        asserts={(check) => checkOf(check)?.asserts ?? check}
      />
      <CrosswalkCard org={org} deployment={deployment.slug} capability={id} />
    </>
  )
  return (
    <>
      <CapabilityHeading id={id} name={name} intent={guidance.intent} />
      <CapabilityKeys
        previousHref={neighbours.previous ? hrefOf(neighbours.previous.id) : null}
        nextHref={neighbours.next ? hrefOf(neighbours.next.id) : summaryHref}
      />
      {editable ? (
        <AnswerEditor
          key={id}
          place={place}
          capability={`${id} ${name}`}
          stages={stages}
          given={answer && givenOf(answer)}
          evidence={evidence}
          after={after}
          links={links}
        />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <StageView capability={name} stages={stages} answer={answer} />
          <div className="grid items-start gap-4 @3xl/main:grid-cols-2">
            <RationaleView answer={answer} />
            {evidence}
          </div>
          {after}
          <AnswerBar links={links} />
        </div>
      )}
    </>
  )
}
