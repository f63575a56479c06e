import { useEffect, useState } from 'react'
import type { Run, RunEvent } from '@/lib/model/run'
import { paths } from './paths'

/** What is known of a run while it is followed. `lost` when the server stopped telling before the run ended. */
export type LiveRun = { run: Run; lines: readonly RunEvent[]; phase: 'live' | 'waiting' | 'ended' | 'lost' }

/** A log that goes on for long would fill the page; the whole of it can be read once the run ended. */
const MOST_LINES = 500

/**
 * Follows a run from what the server wrote into the page; a run that has ended is not followed. The browser comes back by
 * itself when the line breaks, and says which line of the log it had last.
 */
export function useLiveRun(org: string, initial: Run, isGoing: boolean, onEnd: () => void): LiveRun {
  const [live, setLive] = useState<LiveRun>({ run: initial, lines: [], phase: isGoing ? 'waiting' : 'ended' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run is followed once, whatever the page renders meanwhile
  useEffect(() => {
    if (!isGoing) return
    const source = new EventSource(paths.api.runEvents(org, initial.id))
    source.addEventListener('open', () => setLive((before) => ({ ...before, phase: 'live' })))
    source.addEventListener('run', ({ data }) => setLive((before) => ({ ...before, run: JSON.parse(data) })))
    source.addEventListener('log', ({ data }) => setLive((before) => withLine(before, JSON.parse(data))))
    source.addEventListener('end', () => {
      source.close()
      setLive((before) => ({ ...before, phase: 'ended' }))
      onEnd()
    })
    source.addEventListener('closed', () => {
      source.close()
      setLive((before) => ({ ...before, phase: 'lost' }))
    })
    source.addEventListener('error', () => {
      const phase = source.readyState === EventSource.CLOSED ? 'lost' : 'waiting'
      setLive((before) => ({ ...before, phase }))
    })
    return () => source.close()
  }, [org, initial.id, isGoing])
  return isGoing ? live : { run: initial, lines: [], phase: 'ended' }
}

const withLine = (before: LiveRun, line: RunEvent): LiveRun =>
  before.lines.some(({ id }) => id === line.id)
    ? before
    : { ...before, lines: [...before.lines, line].slice(-MOST_LINES) }
