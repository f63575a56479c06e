import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { StatusTone } from './tone'

const SURFACE: Record<StatusTone, string> = {
  neutral: 'bg-band text-ink',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  unknown: 'border border-unknown border-dashed text-unknown',
}

type PillProps = { tone?: StatusTone; mark?: ReactNode; className?: string; children: ReactNode }

/** A filled, rounded state with its word; `mark` goes before it (see Mark). */
export const Pill = ({ tone = 'neutral', mark, className, children }: PillProps) => (
  <span
    className={classNames(
      'inline-flex min-h-5.5 items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 font-medium text-xs',
      SURFACE[tone],
      className,
    )}
  >
    {mark}
    {children}
  </span>
)
