import { setTimeout as pause } from 'node:timers/promises'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Run, RunEvent } from '@/lib/model/run'
import { isActive } from '@/lib/model/run-filter'
import { authorize } from './authorize'

/** What a follower is told: the run whenever it changed, each new line of its log, that we are still there, and the end. */
export type Told =
  | { kind: 'run'; run: Run }
  | { kind: 'log'; event: RunEvent }
  | { kind: 'beat' }
  | { kind: 'end'; state: Run['state'] }
  | { kind: 'closed' }

type Following = {
  org: string
  id: string
  /** The last line of the log that the follower has; null for none. */
  after: string | null
  signal: AbortSignal
  /** Who follows, asked anew: they may have signed out or lost their role since. */
  again: () => Promise<Actor>
  /** How often it is looked, and asked whether they still may. */
  everyMs?: { look: number; beat: number }
}

const EVERY_MS = { look: 1_000, beat: 15_000 }
const LINES = 200
/** Lines are numbered before they are committed, so the newest may still be overtaken by an older one. */
const SETTLED_MS = 1_500

/**
 * Tells about a run until it ended, the follower left, or they may no longer see it. Throws not-found and forbidden before
 * the first word.
 */
export async function followRun(actor: Actor, following: Following): Promise<AsyncGenerator<Told>> {
  const { org, id } = following
  const { organizationId } = await authorize(actor, org, 'run:read')
  const runId = parseId(id)
  await forOrganization(organizationId, ({ runList }) => runList.get(runId))
  return tell(organizationId, { ...following, id: runId })
}

async function* tell(organizationId: string, following: Following): AsyncGenerator<Told> {
  const { org, id, after, signal, again, everyMs = EVERY_MS } = following
  let [shown, last, lookedAt] = ['', after, Date.now()]
  while (!signal.aborted) {
    const { run, events } = await look(organizationId, id, last)
    const isOver = !isActive(run.state)
    const text = JSON.stringify(run)
    if (text !== shown) yield { kind: 'run', run }
    shown = text
    const settled = isOver ? events : settledOf(events)
    for (const event of settled) yield { kind: 'log', event }
    last = settled.at(-1)?.id ?? last
    if (events.length === LINES && settled.length === LINES) continue
    if (isOver) return yield { kind: 'end', state: run.state }
    if (Date.now() - lookedAt >= everyMs.beat) {
      if (!(await mayStill(again, org))) return yield { kind: 'closed' }
      yield { kind: 'beat' }
      lookedAt = Date.now()
    }
    await pause(everyMs.look, undefined, { signal }).catch(() => undefined)
  }
}

/** Those before the first that is too new. */
function settledOf(events: readonly RunEvent[]): readonly RunEvent[] {
  const fresh = events.findIndex(({ at }) => Date.parse(at) > Date.now() - SETTLED_MS)
  return fresh === -1 ? events : events.slice(0, fresh)
}

const look = (organizationId: string, id: string, after: string | null) =>
  forOrganization(organizationId, async ({ runList, runDetails }) => ({
    run: await runList.get(id),
    events: await runDetails.eventsAfter(id, after, LINES),
  }))

async function mayStill(again: () => Promise<Actor>, org: string): Promise<boolean> {
  try {
    await authorize(await again(), org, 'run:read')
    return true
  } catch (error) {
    if (error instanceof AppError && error.code !== 'unavailable') return false
    throw error
  }
}
