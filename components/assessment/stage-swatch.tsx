import { classNames } from '@/components/ui/class-names'
import { STEP_FILL } from '@/components/ui/tone'
import type { Stage } from '@/lib/model/stage'
import { stageTone } from '@/lib/presentation/stage'

type Props = { stage: Stage | null; status?: 'assessed' | 'not_applicable' | 'unanswered'; className?: string }

/** A small square in the tone of a stage; hollow while unanswered, crossed out when not applicable. The word stands beside. */
export function StageSwatch({ stage, status = 'assessed', className }: Props) {
  const tone = stageTone(stage)
  return (
    <span
      aria-hidden="true"
      data-fill
      className={classNames(
        'inline-grid size-2.5 shrink-0 place-items-center rounded-[2px] text-[0.625rem] leading-none',
        tone !== 'unknown' && STEP_FILL[tone],
        tone === 'unknown' && 'border border-field',
        status === 'not_applicable' && 'border-dashed',
        className,
      )}
    >
      {status === 'not_applicable' ? '–' : null}
    </span>
  )
}
