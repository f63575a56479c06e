import type { ReactNode } from 'react'

type PageHeadingProps = {
  /** What the reader should know, as a sentence. */
  title: ReactNode
  /** Scope, size and date. */
  sub?: ReactNode
  actions?: ReactNode
  /** A row under the heading: filters, tabs. */
  children?: ReactNode
}

/** The first thing on a page: its only h1, and the line that gives scope and date. */
export const PageHeading = ({ title, sub, actions, children }: PageHeadingProps) => (
  <div className="mb-4">
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-[58rem]">
        <h1 className="text-balance font-bold text-2xl tracking-[-0.018em]">{title}</h1>
        {sub === undefined ? null : <p className="mt-1.5 text-ink-2 text-md">{sub}</p>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
    </div>
    {children === undefined ? null : <div className="mt-3.5 flex flex-wrap items-center gap-2">{children}</div>}
  </div>
)
