import { setTimeout as wait } from 'node:timers/promises'
import type { HeldUnit } from '@/lib/db/repositories/unit-leases'
import { forOrganization } from '@/lib/db/store'
import { env } from '@/lib/env'
import type { ConnectionKind } from '@/lib/model/connection'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import { backoffMs, MOST_INTERRUPTIONS, MOST_TRIES } from '@/lib/sources/collect/backoff'
import type { Collector, Cursor, FactPage, Step } from '@/lib/sources/collect/collector'
import { abandoned, afterDeadline, afterFailure, afterPage, type Progress } from '@/lib/sources/collect/progress'
import { readPage } from '@/lib/sources/collect/read-page'
import { SourceError } from '@/lib/sources/collect/source-error'
import { bucketOf } from '@/lib/sources/collect/token-bucket'
import { endUnit } from './end-unit'
import { RunLost } from './run-lease'
import { unitName } from './unit-name'

/** Shorter waits are not worth giving a unit back for. */
const SHORT_MS = 2_000

export type UnitWork = {
  organizationId: string
  kind: ConnectionKind
  unit: HeldUnit
  collector: Collector
  /** Ends the work at once; its reason is RunLost when the unit is somebody else's by now. */
  signal: AbortSignal
  /** Whether others wait for this worker; asked between pages. */
  mustYield: () => boolean
  /** What is told to the operator of the machine, not to the organization. */
  complain: (error: unknown) => void
}

type State = Progress & { tries: number }

/**
 * Reads a unit from where it stands to its end, page by page: a page and the place after it are stored in one transaction,
 * so that whoever goes on after a crash reads no page twice but the one that was on its way. The unit is given back,
 * without loss, when the source asks for a longer pause, when others wait, and when the signal says so. Throws RunLost.
 */
export async function collectUnit(work: UnitWork): Promise<void> {
  const begun = performance.now()
  const busyMs = () => work.unit.busyMs + Math.round(performance.now() - begun)
  const { resumed, attempts } = work.unit
  let at: State = { ...work.unit, cursor: work.unit.cursor as Cursor, tries: resumed ? 1 : attempts }
  let steps: readonly Step[] = []
  try {
    steps = work.collector.steps(work.unit.scope)
    for (let step = steps[at.step]; step; step = steps[at.step]) {
      const leftMs = env().unitSeconds * 1000 - busyMs()
      if (leftMs <= 0) at = { ...at, ...afterDeadline(at, steps, env().unitSeconds) }
      else if (work.mustYield()) return await giveBack(work, 0, 0, busyMs())
      else {
        const next = await advance(work, at, step, leftMs, busyMs)
        if (next === 'given back') return
        at = next
      }
    }
  } catch (error) {
    if (work.signal.aborted) return await giveBackOnStop(work, busyMs())
    if (error instanceof RunLost || !(error instanceof SourceFault)) throw error
    work.complain(error.cause)
    const fault = { cause: 'unavailable', code: 'Internal', message: 'an error of Proofline’s own' } as const
    at = { ...at, ...abandoned(at, steps, fault) }
    return await endUnit(
      work,
      { ...at, busyMs: busyMs() },
      'An error of Proofline’s own ended the reading of this unit.',
    )
  }
  await endUnit(work, { ...at, busyMs: busyMs() }, null)
}

/** Something is wrong in a collector, as opposed to the source or the database. */
class SourceFault extends Error {}

async function advance(
  work: UnitWork,
  at: State,
  step: Step,
  leftMs: number,
  busyMs: () => number,
): Promise<State | 'given back'> {
  const isPoison = at.pages === work.unit.pages && work.unit.attempts > MOST_INTERRUPTIONS
  const read = isPoison ? crashedTooOften(step) : await attempt(work, at, step, leftMs)
  if (!(read instanceof SourceError)) {
    const next = { ...afterPage(at, step, read), tries: 1 }
    await store(work, at, { ...next, busyMs: busyMs() }, read.resources)
    return next
  }
  if (read.mayRecover && at.tries < MOST_TRIES) {
    const pauseMs = backoffMs(at.tries, read.retryAfterMs)
    if (busyMs() + pauseMs < env().unitSeconds * 1000) return pause(work, at, { read, pauseMs, busyMs: busyMs() })
  }
  const next = { ...afterFailure(at, step, read), tries: 1 }
  await store(work, at, { ...next, busyMs: busyMs() }, [])
  await note(work, 'warning', `${read.operation} was ${told(read)} (${read.code}).`)
  return next
}

const told = ({ unread }: SourceError): string =>
  ({ denied: 'refused', unsupported: 'not offered', unavailable: 'not answered', not_collected: 'not collected' })[
    unread
  ]

/** A unit that takes its worker down again and again must not do so for ever. */
const crashedTooOften = ({ operation }: Step): SourceError =>
  new SourceError({
    unread: 'unavailable',
    operation,
    code: 'Interrupted',
    message: 'reading it was cut off too often',
  })

async function attempt(work: UnitWork, at: State, step: Step, patienceMs: number): Promise<FactPage | SourceError> {
  const { collector, kind, signal, unit } = work
  const { account, region, service } = unit.scope
  try {
    const bucket = bucketOf([kind, account, region, service], collector.limits(unit.scope))
    return await readPage(step, at.cursor, { pace: () => bucket.take(signal), signal, patienceMs })
  } catch (error) {
    if (error instanceof SourceError) return error
    if (signal.aborted) throw error
    throw new SourceFault('a collector failed', { cause: error })
  }
}

async function pause(
  work: UnitWork,
  at: State,
  { read, pauseMs, busyMs }: { read: SourceError; pauseMs: number; busyMs: number },
): Promise<State | 'given back'> {
  if (pauseMs > SHORT_MS) {
    await note(work, 'warning', `${read.operation}: ${read.code}; again in ${Math.ceil(pauseMs / 1000)} s.`)
    await giveBack(work, pauseMs, at.tries, busyMs)
    return 'given back'
  }
  await wait(pauseMs, undefined, { signal: work.signal })
  return { ...at, tries: at.tries + 1 }
}

async function store(
  { organizationId, unit }: UnitWork,
  at: State,
  next: Progress & { busyMs: number },
  resources: readonly AnyResource[],
): Promise<void> {
  const isKept = await forOrganization(organizationId, ({ unitLeases }) =>
    unitLeases.keep({ ...unit, pages: at.pages }, next, resources),
  )
  if (!isKept) throw new RunLost()
}

async function giveBack({ organizationId, unit }: UnitWork, waitMs: number, attempts: number, busyMs: number) {
  await forOrganization(organizationId, ({ unitLeases }) => unitLeases.release(unit, { waitMs, attempts, busyMs }))
}

/** What was lost is not ours to give back. */
async function giveBackOnStop(work: UnitWork, busyMs: number): Promise<void> {
  if (work.signal.reason instanceof RunLost) throw work.signal.reason
  await giveBack(work, 0, 0, busyMs)
}

const note = ({ organizationId, unit }: UnitWork, level: 'warning' | 'info', message: string): Promise<void> =>
  forOrganization(organizationId, ({ runEvents }) =>
    runEvents.add(unit.runId, { level, unit: unitName(unit.scope), message }),
  )
