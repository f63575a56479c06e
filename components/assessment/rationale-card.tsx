import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { SelectField } from '@/components/ui/select-field'
import { TextareaField } from '@/components/ui/textarea-field'
import type { Stage } from '@/lib/model/stage'
import { stageLabel } from '@/lib/presentation/stage'
import type { DraftAnswer } from './use-answer'

type Props = {
  draft: DraftAnswer
  onTarget: (stage: Stage | null) => void
  onRationale: (text: string) => void
  /** The reader left the text: what waits is saved. */
  onLeave: () => void
  /** The other things one may say: that it does not apply, or nothing after all. */
  others: ReactNode
}

const STAGES: readonly Stage[] = [0, 1, 2, 3]
const RATIONALE_LIMIT = 5000

const stageOf = (value: string): Stage | null => STAGES.find((stage) => String(stage) === value) ?? null

/** Why this stage, and where it should get to. Both belong to an answer, so they wait for a stage. */
export function RationaleCard({ draft, onTarget, onRationale, onLeave, others }: Props) {
  const isOpen = draft.stage !== null
  const isBelow = isOpen && draft.targetStage !== null && draft.targetStage < (draft.stage ?? 0)
  return (
    <Card title="Rationale and target">
      <div className="grid gap-4">
        <TextareaField
          label="Why this stage"
          rows={5}
          maxLength={RATIONALE_LIMIT}
          disabled={!isOpen}
          value={isOpen ? draft.rationale : ''}
          onChange={(event) => onRationale(event.target.value)}
          onBlur={onLeave}
          hint={
            isOpen ? 'What holds, where it was seen, and what is missing for the next stage.' : 'Choose a stage first.'
          }
        />
        <SelectField
          label="Target stage"
          disabled={!isOpen}
          value={draft.targetStage === null ? '' : String(draft.targetStage)}
          onChange={(event) => onTarget(stageOf(event.target.value))}
          hint={isBelow ? 'The target lies below the current stage.' : undefined}
        >
          <option value="">No target</option>
          {STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {stageLabel(stage)}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap gap-2">{others}</div>
      </div>
    </Card>
  )
}
