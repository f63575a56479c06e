import type { ReactNode } from 'react'
import { Button } from './button'

type ErrorStateProps = {
  /** What happened, as a sentence. */
  title: ReactNode
  /** Whether anything was lost, and what to do. */
  children?: ReactNode
  /** Lets whoever runs the product find the log line. */
  requestId?: string | null
  onRetry?: () => void
  /** Further ways out: a link back, a link to status. */
  actions?: ReactNode
}

/** Something failed: says what, whether anything was lost, what to do, and the request id. */
export const ErrorState = ({ title, children, requestId, onRetry, actions }: ErrorStateProps) => (
  <div role="alert" className="rounded-lg border border-bad/60 bg-bad-soft px-5 py-4">
    <p className="font-semibold text-base">{title}</p>
    {children === undefined ? null : <div className="mt-1 max-w-[64ch] text-ink-2 text-sm">{children}</div>}
    {onRetry === undefined && actions === undefined ? null : (
      <div className="mt-3 flex flex-wrap gap-2">
        {onRetry === undefined ? null : <Button onClick={onRetry}>Try again</Button>}
        {actions}
      </div>
    )}
    {requestId ? (
      <p className="mt-3 text-ink-2 text-xs">
        Request id <code className="select-all break-all font-mono">{requestId}</code>
      </p>
    ) : null}
  </div>
)
