import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { STATUS_TEXT, type StatusTone } from './tone'

type TagProps = { tone?: StatusTone; title?: string; className?: string; children: ReactNode }

/** A small outlined label: an id, a version, a state. `unknown` is dashed. */
export const Tag = ({ tone = 'neutral', title, className, children }: TagProps) => (
  <span
    title={title}
    className={classNames(
      'inline-block whitespace-nowrap rounded-sm border border-line-strong px-1.5 align-baseline text-[0.71875rem] leading-4.5',
      STATUS_TEXT[tone],
      tone !== 'neutral' && tone !== 'unknown' && 'border-current/50',
      tone === 'unknown' && 'border-unknown border-dashed',
      className,
    )}
  >
    {children}
  </span>
)
