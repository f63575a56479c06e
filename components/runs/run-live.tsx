'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { Tag } from '@/components/ui/tag'
import type { Run } from '@/lib/model/run'
import { isGoing, progressLine, runState, unitsDone, unreadLine } from '@/lib/presentation/run'
import { type LiveRun, useLiveRun } from '@/lib/queries/run-stream'
import { LogLines } from './log-lines'

/** How far a run is, as it goes on; when it ends the page is made anew with everything it came to. */
export function RunLive({ org, run: initial }: { org: string; run: Run }) {
  const router = useRouter()
  const live = useLiveRun(org, initial, isGoing(initial.state), () => router.refresh())
  // The heading is the server's, and says what the run is doing.
  useEffect(() => {
    if (live.run.state !== initial.state) router.refresh()
  }, [live.run.state, initial.state, router])
  const { done, total } = unitsDone(live.run.progress)
  const { text, tone } = runState(live.run.state)
  const unread = unreadLine(live.run.progress)
  return (
    <Card title="Progress" aside={<Tag tone={tone}>{text}</Tag>} note={PHASES[live.phase]}>
      <div aria-live="polite" className="grid gap-3">
        {live.phase === 'lost' ? (
          <Callout tone="warn" title="This page no longer hears from the run">
            The run goes on without it. Reload the page, or sign in again.
          </Callout>
        ) : null}
        <Progress label={progressLine(live.run.progress)} value={total === 0 ? null : done} max={total} />
        {unread ? (
          <p className="text-sm text-warn">
            {unread} so far could not be read: what they would have shown stays unknown.
          </p>
        ) : null}
      </div>
      {live.lines.length > 0 ? (
        <section
          aria-label="Newest lines of the log"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="mt-4 max-h-80 overflow-y-auto border-line border-t pt-2"
        >
          <LogLines lines={live.lines.toReversed()} />
        </section>
      ) : null}
    </Card>
  )
}

const PHASES: Record<LiveRun['phase'], string> = {
  live: 'Live. The newest line of the log is first.',
  waiting: 'Connecting…',
  ended: 'Ended.',
  lost: 'Not live.',
}
