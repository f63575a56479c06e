import { classNames } from './class-names'
import type { StatusTone } from './tone'

const SHAPE: Record<StatusTone, string> = {
  bad: 'rounded-[2px] bg-bad',
  warn: 'rounded-full bg-warn',
  good: 'rounded-full border-2 border-good',
  accent: 'rounded-full bg-accent',
  neutral: 'rounded-full bg-unknown',
  unknown: 'rounded-full border border-unknown border-dashed',
}

/**
 * A mark of 8 px whose shape tells the tone without its colour: square is bad, disc is warn, ring is good, dashed is
 * unknown. Without `label` it is decoration, and the words beside it carry the meaning.
 */
export const Mark = ({ tone, label, className }: { tone: StatusTone; label?: string; className?: string }) => (
  <span className={classNames('inline-block size-2 shrink-0', SHAPE[tone], className)} data-fill>
    {label === undefined ? null : <span className="sr-only">{label}</span>}
  </span>
)
