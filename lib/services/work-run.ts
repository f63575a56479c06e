import { setTimeout as wait } from 'node:timers/promises'
import type { HeldUnit } from '@/lib/db/repositories/unit-leases'
import { forOrganization } from '@/lib/db/store'
import { env } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Connection } from '@/lib/model/connection'
import type { RunState } from '@/lib/model/run'
import type { Collector } from '@/lib/sources/collect/collector'
import { collectUnit } from './collect-unit'
import { openConnectionSecret } from './connection-secret'
import { finishRun } from './finish-run'
import type { OpenCollector } from './open-collector'
import { planRun } from './plan-run'
import { leaseSeconds, RunLost } from './run-lease'
import { unitName } from './unit-name'
import { type UnitWatch, watchUnits } from './watch-units'

/** Accounts of one run that are read at the same time: more of them are throttled together. */
const ACCOUNTS = 4
/** What can go on within so long is waited for here. */
const NEAR_MS = 3_000

export type Hand = {
  organizationId: string
  runId: string
  open: OpenCollector
  /** Ends the work; units go back as they stand. */
  signal: AbortSignal
  /** Units read here at the same time. */
  lanes: number
  /** After how long others are let in. */
  sliceMs: number
  /** Asks other workers for hands; nobody is asked without it. */
  invite?: (hands: number) => Promise<void>
  complain: (error: unknown) => void
}

/**
 * Lends a hand to a run: plans it, reads units of it, evaluates it, whatever comes next and nobody else does. Any number
 * of workers may do so at once. Returns in how many milliseconds there may be something to do again, null when the run has
 * ended.
 */
export async function workRun(hand: Hand): Promise<number | null> {
  const { organizationId, runId, signal } = hand
  const begun = await lookUp(hand)
  if (begun === null) return null
  const { state, connection } = begun
  const source = lazily(() => openSource(hand, connection))
  try {
    if (state === 'queued') {
      const { complain } = hand
      const accounts = await planRun({ organizationId, runId, connection, open: source.get, signal, complain })
      if (accounts === null) return leaseSeconds() * 1000
      if (accounts > 1) await hand.invite?.(Math.min(accounts, ACCOUNTS) - 1)
    }
    if (state === 'queued' || state === 'running') {
      const againMs = await collect(hand, connection, source.get)
      if (againMs !== null) return againMs
    }
    return await evaluate(hand)
  } catch (error) {
    if (error instanceof RunLost || signal.aborted) return 0
    throw error
  } finally {
    source.close()
  }
}

/** What is to be done; null when the run is gone with its connection. */
const lookUp = ({ organizationId, runId }: Hand): Promise<{ state: RunState; connection: Connection } | null> =>
  forOrganization(organizationId, async ({ runs, connections }) => {
    const run = await runs.executed(runId)
    return { state: run.state, connection: await connections.get(run.connectionId) }
  }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  })

/** Reads units until all have ended (null), or until there may be something to do again. */
async function collect(hand: Hand, connection: Connection, open: () => Promise<Collector>): Promise<number | null> {
  const { organizationId, runId, signal, lanes } = hand
  const until = performance.now() + hand.sliceMs
  const mustYield = () => performance.now() > until
  const watch = watchUnits(organizationId, runId)
  const active = new Set<Promise<void>>()
  const faults: unknown[] = []
  try {
    while (!signal.aborted && faults.length === 0) {
      const unit = active.size < lanes && !mustYield() ? await claim(hand) : null
      if (unit) {
        const reading = read(hand, { unit, connection, open, watch, mustYield }).catch(
          (error) => void faults.push(error),
        )
        const entry = reading.finally(() => active.delete(entry))
        active.add(entry)
      } else if (active.size > 0) await Promise.race([...active, wait(NEAR_MS, undefined, { ref: false })])
      else {
        const againMs = await pauseOf(hand)
        if (againMs === null || againMs > NEAR_MS || mustYield()) return againMs
        await wait(Math.max(20, againMs), undefined, { signal })
      }
    }
    await Promise.all(active)
    if (faults.length > 0) throw faults[0]
    return 0
  } finally {
    await Promise.allSettled(active)
    watch.stop()
  }
}

const claim = ({ organizationId, runId }: Hand): Promise<HeldUnit | null> =>
  forOrganization(organizationId, async ({ unitLeases, runEvents }) => {
    const limits = { perAccount: env().accountUnits, accounts: ACCOUNTS, leaseSeconds: leaseSeconds() }
    const unit = await unitLeases.claim(runId, limits)
    if (unit?.resumed) {
      const message = `Taken up again after page ${unit.pages}: whoever read it gave no more sign of life.`
      await runEvents.add(runId, { level: 'warning', unit: unitName(unit.scope), message })
    }
    return unit
  })

type Reading = {
  unit: HeldUnit
  connection: Connection
  open: () => Promise<Collector>
  watch: UnitWatch
  mustYield: () => boolean
}

async function read(hand: Hand, { unit, connection, open, watch, mustYield }: Reading): Promise<void> {
  const { organizationId, complain } = hand
  const signal = AbortSignal.any([hand.signal, watch.watch(unit.lease)])
  try {
    const { kind } = connection.settings
    await collectUnit({ organizationId, kind, unit, collector: await open(), signal, mustYield, complain })
  } catch (error) {
    if (!(error instanceof RunLost)) throw error
  } finally {
    watch.forget(unit.lease)
  }
}

/** Milliseconds until a unit can be worked on; null when all have ended. */
const pauseOf = ({ organizationId, runId }: Hand): Promise<number | null> =>
  forOrganization(organizationId, async ({ runUnits }) => {
    const { open, waitMs } = await runUnits.open(runId)
    return open === 0 ? null : Math.max(0, waitMs ?? 0)
  })

async function evaluate({ organizationId, runId }: Hand): Promise<number | null> {
  const by = newId()
  const { isTaken, hasEnded } = await forOrganization(organizationId, async ({ runs, runUnits }) => {
    const isTaken =
      (await runUnits.open(runId)).open === 0 && (await runs.take(runId, by, leaseSeconds(), 'evaluating'))
    return { isTaken, hasEnded: (await runs.executed(runId)).finishedAt !== null }
  })
  if (hasEnded) return null
  if (!isTaken) return leaseSeconds() * 1000
  await finishRun(organizationId, runId, by)
  return null
}

async function openSource({ organizationId, open }: Hand, { id, settings }: Connection): Promise<Collector> {
  const secret = await forOrganization(organizationId, (store) => openConnectionSecret(store, id))
  return open(settings, secret)
}

/** Opened with the first use, once, and closed only if it was. */
function lazily(make: () => Promise<Collector>) {
  let made: Promise<Collector> | undefined
  return {
    get: (): Promise<Collector> => {
      made ??= make()
      return made
    },
    close: () => void made?.then((collector) => collector.close()).catch(() => {}),
  }
}
