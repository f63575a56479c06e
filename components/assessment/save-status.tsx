'use client'

import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { Mark } from '@/components/ui/mark'
import type { Instant } from '@/lib/model/instant'
import { ApiProblem } from '@/lib/queries/api'
import type { SaveState } from './autosave'

type Props = {
  state: SaveState
  /** When the answer was last saved before this visit; null for a new one. */
  savedAt: Instant | null
  onRetry: () => void
}

/** Whether the server holds what is on the screen; spoken when it changes. */
export const SaveStatus = ({ state, savedAt, onRetry }: Props) => (
  <div role="status" aria-live="polite" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3">
    {state.kind === 'failed' ? (
      <>
        <span className="inline-flex items-baseline gap-2 text-bad">
          <Mark tone="bad" />
          Not saved: {whyNot(state.problem)}
        </span>
        <Button size="sm" onClick={onRetry}>
          Retry
        </Button>
      </>
    ) : (
      <Saved state={state} savedAt={savedAt} />
    )}
  </div>
)

function Saved({ state, savedAt }: Pick<Props, 'state' | 'savedAt'>) {
  if (state.kind === 'waiting' || state.kind === 'saving') return <span>Saving…</span>
  if (state.kind === 'saved') return <span className="tabular-nums">Saved {clockText(state.at)}</span>
  if (savedAt === null) return <span>Not answered yet; an answer saves itself</span>
  return (
    <span>
      Saved <LocalTime instant={savedAt} />
    </span>
  )
}

const clockText = (at: number): string => new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }).format(new Date(at))

const whyNot = (problem: unknown): string => {
  // An answer that never came has no detail of its own, only advice.
  if (problem instanceof ApiProblem) return problem.status === 0 ? problem.title : (problem.detail ?? problem.title)
  return 'something failed in this page'
}
