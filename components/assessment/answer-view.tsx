import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import type { Answer } from '@/lib/model/answer'
import { dayText } from '@/lib/presentation/date'
import { stageLabel } from '@/lib/presentation/stage'
import { NotApplicableNote } from './not-applicable-note'
import { STAGE_GRID, StageColumn, type StageDescriptor } from './stage-column'

type Props = { capability: string; stages: readonly StageDescriptor[]; answer: Answer | null }

/** The stages of a capability with the answer marked, for reading only. */
export const StageView = ({ capability, stages, answer }: Props) => (
  <>
    {answer?.status === 'not_applicable' ? <NotApplicableNote reason={answer.rationale} /> : null}
    <section
      aria-label={`Stages of ${capability}`}
      className="@container min-w-0 overflow-hidden rounded-lg border border-line bg-panel shadow-card"
    >
      <div className={STAGE_GRID}>
        {stages.map((descriptor) => (
          <StageColumn
            key={descriptor.stage}
            descriptor={descriptor}
            isCurrent={answer?.stage === descriptor.stage}
            isTarget={answer?.targetStage === descriptor.stage}
            clausesId={`clauses-${descriptor.stage}`}
            name={(word) => <h2 className="flex items-center gap-2 font-semibold text-base">{word}</h2>}
          />
        ))}
      </div>
    </section>
  </>
)

/** What was said and when; an unanswered capability says so. */
export const RationaleView = ({ answer }: { answer: Answer | null }) => (
  <Card title="Rationale and target">
    {answer === null ? (
      <p className="text-ink-3 text-sm">Not answered. It lowers coverage and helps no stage.</p>
    ) : (
      <>
        <p className="whitespace-pre-line text-sm">{answer.rationale || 'No rationale was given.'}</p>
        <Facts
          className="mt-3"
          items={[
            { term: 'Target stage', value: answer.targetStage === null ? 'No target' : stageLabel(answer.targetStage) },
            { term: 'Last changed', value: dayText(answer.updatedAt.slice(0, 10)) },
          ]}
        />
      </>
    )}
  </Card>
)
