import type { ReactNode } from 'react'
import { classNames } from './class-names'

type EmptyStateProps = {
  /** What would be here. */
  title: ReactNode
  /** Why there is nothing, and the next step in words. */
  children?: ReactNode
  actions?: ReactNode
  className?: string
}

/** Nothing here yet: says what this is and gives the next step. */
export const EmptyState = ({ title, children, actions, className }: EmptyStateProps) => (
  <div
    className={classNames(
      'grid justify-items-center rounded-lg border border-line-strong border-dashed px-6 py-9 text-center',
      className,
    )}
  >
    <p className="font-semibold text-base">{title}</p>
    {children === undefined ? null : (
      <div className="mt-1 max-w-[56ch] text-balance text-ink-2 text-sm">{children}</div>
    )}
    {actions === undefined ? null : <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
  </div>
)
