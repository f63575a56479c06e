import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Tag } from '@/components/ui/tag'
import type { Stage } from '@/lib/model/stage'
import { stageLabel } from '@/lib/presentation/stage'
import { StageSwatch } from './stage-swatch'

/** A stage and what must be true there. */
export type StageDescriptor = { stage: Stage; clauses: readonly string[] }

type Props = {
  descriptor: StageDescriptor
  isCurrent: boolean
  isTarget: boolean
  /** Wraps the name of the stage: a label with its radio, or plain text. */
  name: (word: ReactNode) => ReactNode
  clausesId: string
}

/** One stage as a column: its name, whether it is where one stands or wants to be, and every clause that must hold. */
export const StageColumn = ({ descriptor: { stage, clauses }, isCurrent, isTarget, name, clausesId }: Props) => (
  <div
    className={classNames(
      'relative min-w-0 px-4 py-3.5 has-focus-visible:z-1 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:-outline-offset-2',
      isCurrent ? 'bg-accent-soft' : 'bg-panel',
    )}
  >
    <div className="flex min-h-6 items-center justify-between gap-2">
      {name(
        <>
          <StageSwatch stage={stage} />
          {stageLabel(stage)}
        </>,
      )}
      <span className="flex gap-1">
        {isCurrent ? <Tag>current</Tag> : null}
        {isTarget ? <Tag>target</Tag> : null}
      </span>
    </div>
    <ul id={clausesId} className="mt-2 grid gap-1.5 text-sm">
      {clauses.map((clause) => (
        <li key={clause} className="flex gap-2">
          <span aria-hidden="true" className="mt-[0.5em] size-1 shrink-0 rounded-full bg-ink-3" />
          <span className={isCurrent ? undefined : 'text-ink-2'}>{upper(clause)}</span>
        </li>
      ))}
    </ul>
  </div>
)

const upper = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1)

/** Four columns where there is room, else two or one; lines between them. */
export const STAGE_GRID = 'grid gap-px bg-line @xl:grid-cols-2 @min-[50rem]:grid-cols-4'
