import type { Run, RunState, RunTotals, RunUnit, UnitState } from '@/lib/model/run'
import { countText } from './number'
import { listed } from './wording'

export type StateLook = { text: string; tone: 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'unknown' }

const RUNS: Record<RunState, StateLook> = {
  queued: { text: 'waits', tone: 'neutral' },
  running: { text: 'reading', tone: 'accent' },
  evaluating: { text: 'evaluating', tone: 'accent' },
  done: { text: 'done', tone: 'good' },
  failed: { text: 'failed', tone: 'bad' },
  cancelled: { text: 'cancelled', tone: 'neutral' },
}

const UNITS: Record<UnitState, StateLook> = {
  waiting: { text: 'waits', tone: 'neutral' },
  running: { text: 'reading', tone: 'accent' },
  ok: { text: 'read', tone: 'good' },
  denied: { text: 'denied', tone: 'warn' },
  failed: { text: 'failed', tone: 'bad' },
  cancelled: { text: 'cancelled', tone: 'neutral' },
}

/** A unit that was read counts as read only when all that was asked answered. */
export const unitLook = ({ state, coverage }: Pick<RunUnit, 'state' | 'coverage'>): StateLook =>
  state === 'ok' && coverage.some(({ error }) => error !== null) ? { text: 'in part', tone: 'warn' } : UNITS[state]

export const runState = (state: RunState): StateLook => RUNS[state]

/** Whether a run goes on. */
export const isGoing = (state: RunState): boolean => state === 'queued' || state === 'running' || state === 'evaluating'

/** A duration: `0.8 s`, `42 s`, `3 min 20 s`, `2 h 5 min`. */
export function secondsText(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** How long a run took; null while it goes on or when it never began. */
export function runSeconds({ startedAt, finishedAt }: Pick<Run, 'startedAt' | 'finishedAt'>): number | null {
  return startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : null
}

/** Units that came to an end, and all there are. */
export function unitsDone({ units }: Run['progress']): { done: number; total: number } {
  const { waiting, running, ...ended } = units
  const done = Object.values(ended).reduce((sum, count) => sum + count, 0)
  return { done, total: done + waiting + running }
}

/** `12 of 40 units, 311 pages, 18,422 items`. */
export function progressLine(progress: Run['progress']): string {
  const { done, total } = unitsDone(progress)
  if (total === 0) return 'Asking which accounts and regions there are'
  const { pages, items } = progress
  return `${countText(done)} of ${countText(total)} units, ${countText(pages)} pages, ${countText(items)} items`
}

/** What stays unread, in words; null when everything that was asked was answered. */
export function unreadLine({ gaps, units: { denied, failed } }: Run['progress']): string | null {
  if (gaps === 0) return null
  const parts = [
    denied > 0 ? `${countText(denied)} denied` : null,
    failed > 0 ? `${countText(failed)} failed` : null,
    gaps > denied + failed ? `${countText(gaps - denied - failed)} in part` : null,
  ].filter((part) => part !== null)
  return `${countText(gaps)} ${gaps === 1 ? 'unit' : 'units'} (${listed(parts)})`
}

/** `12 fail, 3 unknown, 31 pass, 4 not applicable`: what asks for something first. */
export function verdictsLine({ verdicts: { pass, fail, unknown, not_applicable } }: RunTotals): string {
  return `${countText(fail)} fail, ${countText(unknown)} unknown, ${countText(pass)} pass, ${countText(not_applicable)} not applicable`
}

const STARTED: Record<Run['trigger'], string> = {
  person: 'started by',
  schedule: 'by its schedule, set by',
  pipeline: 'started by',
  upload: 'handed in by',
}

/** `started by Ada Admin`. */
export const startedText = ({ trigger, requestedBy }: Pick<Run, 'trigger' | 'requestedBy'>): string =>
  trigger === 'schedule' ? 'by its schedule' : `${STARTED[trigger]} ${requestedBy}`

/** The heading of a run's page: what became of it. */
export function runTitle({ connectionName, state, progress, totals }: Run): string {
  if (state === 'queued') return `${connectionName} waits to be read`
  if (state === 'running') return `${connectionName} is being read`
  if (state === 'evaluating') return `What was read of ${connectionName} is being judged`
  if (state === 'failed') return `The run of ${connectionName} failed`
  if (state === 'cancelled') return `The run of ${connectionName} was cancelled`
  const read = totals ? `${countText(totals.resources)} resources read` : 'read'
  const { gaps } = progress
  const rest =
    gaps === 0 ? 'nothing left out' : `${countText(gaps)} of ${countText(unitsDone(progress).total)} units not in full`
  return `${connectionName}: ${read}, ${rest}`
}

/** The heading of the list of runs. */
export function runsTitle(runs: readonly Pick<Run, 'state' | 'connectionName'>[]): string {
  const going = runs.filter(({ state }) => isGoing(state))
  const [first] = going
  if (runs.length === 0) return 'No runs yet'
  if (going.length === 1 && first) return `${first.connectionName} is being read now`
  if (going.length > 1) return `${countText(going.length)} connections are being read now`
  const failed = runs.filter(({ state }) => state === 'failed').length
  return failed === 0
    ? 'Every run shown came to its end'
    : `${countText(failed)} of ${countText(runs.length)} runs shown failed`
}
