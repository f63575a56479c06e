import type { ReactNode } from 'react'
import { classNames } from './class-names'

type StatProps = {
  /** The figure with its unit, formatted. */
  value: ReactNode
  /** What it is made of, directly under it. */
  note?: ReactNode
  /** Interval, n, exclusions: one short line each, last. */
  footnotes?: readonly ReactNode[]
  /** Between note and footnotes: a small chart. */
  children?: ReactNode
  className?: string
}

/** A large figure that carries its weight: what it is made of, and the lines that limit it. */
export const Stat = ({ value, note, footnotes = [], children, className }: StatProps) => (
  <div className={classNames('min-w-0', className)}>
    <p className="font-bold text-3xl tabular-nums tracking-[-0.02em]">{value}</p>
    {note === undefined ? null : <p className="mt-1 text-ink-3 text-xs tabular-nums">{note}</p>}
    {children === undefined ? null : <div className="mt-2">{children}</div>}
    {footnotes.length === 0 ? null : (
      <ul className="mt-2 grid gap-0.5 text-[0.71875rem] text-ink-3 tabular-nums">
        {footnotes.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are fixed and in order
          <li key={index}>{line}</li>
        ))}
      </ul>
    )}
  </div>
)
