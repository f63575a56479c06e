import type { LegalHold } from '@/lib/model/legal-hold'
import type { RecordKind } from '@/lib/model/record-kind'
import type { PlannedKind, Removal, RemovalReport, RemovalState } from '@/lib/model/removal'
import type { RetentionRule } from '@/lib/model/retention'
import { bytesText } from './bytes'
import { dayText } from './date'
import { countText } from './number'
import { capitalized, countWord } from './wording'

type KindText = { name: string; counted: readonly [one: string, many: string]; what: string; since: string }

/** What each kind is called, what goes of it, and the day its age is counted from. */
const KINDS: Readonly<Record<RecordKind, KindText>> = {
  snapshots: {
    name: 'Snapshots',
    counted: ['snapshot', 'snapshots'],
    what: 'Files of what runs read. The newest run of each connection keeps its own; verdicts, findings and digests stay.',
    since: 'the day the run ended',
  },
  'run-logs': {
    name: 'Run logs',
    counted: ['line of run logs', 'lines of run logs'],
    what: 'Lines of the logs of runs that have ended.',
    since: 'the day of the line',
  },
  decisions: {
    name: 'Decisions',
    counted: ['decision', 'decisions'],
    what: 'Answers of the access policy that were kept.',
    since: 'the day of the answer',
  },
  'resolved-findings': {
    name: 'Resolved findings',
    counted: ['resolved finding', 'resolved findings'],
    what: 'Findings that are resolved, with their history. Open ones stay, however old.',
    since: 'the day it was resolved',
  },
  evidence: {
    name: 'Evidence files',
    counted: ['evidence file', 'evidence files'],
    what: 'Files of approved assessments that a later one has superseded. Title, dates and SHA-256 stay.',
    since: 'the day of the assessment, or of expiry when that is later',
  },
  packs: {
    name: 'Evidence packs',
    counted: ['evidence pack', 'evidence packs'],
    what: 'The files of packs. What was in them, and their SHA-256, stay recorded.',
    since: 'the day the pack was finished',
  },
}

export const kindText = (kind: RecordKind): KindText => KINDS[kind]

/** How long: `For good`, `400 days`. */
export const keptText = (rule: Pick<RetentionRule, 'keepDays'> | undefined): string =>
  rule === undefined ? 'For good' : `${countText(rule.keepDays)} days`

/** What a hold is over: `Evidence files and run logs, 1 Jan 2026 to today`. */
export function holdLine({ kinds, from, to }: Pick<LegalHold, 'kinds' | 'from' | 'to'>): string {
  const what =
    kinds.length === 0 ? 'Everything' : capitalized(kinds.map((kind) => KINDS[kind].name.toLowerCase()).join(', '))
  if (from === null && to === null) return `${what}, of any day`
  if (from === null) return `${what}, until ${to === null ? '' : dayText(to)}`
  return to === null ? `${what}, from ${dayText(from)} on` : `${what}, ${dayText(from)} to ${dayText(to)}`
}

/** `1,204 resolved findings`, `3 evidence packs (1.4 MiB)`. */
export function plannedText({ kind, records, bytes }: Pick<PlannedKind, 'kind' | 'records' | 'bytes'>): string {
  const [one, many] = KINDS[kind].counted
  const what = `${countText(records)} ${records === 1 ? one : many}`
  return bytes === null ? what : `${what} (${bytesText(bytes)})`
}

export const plannedTotal = ({ kinds }: RemovalReport): number => kinds.reduce((sum, { records }) => sum + records, 0)

/** The days of what goes: `13 Aug 2025 to 2 Feb 2026`. */
export const spanText = ({ oldest, newest }: Pick<PlannedKind, 'oldest' | 'newest'>): string =>
  oldest === null || newest === null
    ? 'nothing'
    : oldest === newest
      ? dayText(oldest)
      : `${dayText(oldest)} to ${dayText(newest)}`

const STATES: Readonly<Record<RemovalState, { text: string; tone: 'neutral' | 'accent' | 'warn' | 'good' }>> = {
  planned: { text: 'waits for agreement', tone: 'accent' },
  removing: { text: 'under way', tone: 'warn' },
  done: { text: 'done', tone: 'good' },
  stopped: { text: 'stopped by a hold', tone: 'warn' },
  dropped: { text: 'replaced by a newer report', tone: 'neutral' },
}

export const removalState = (state: RemovalState) => STATES[state]

/** What came of a report: what was removed, or what would be. */
export function removalLine({ report, removed }: Pick<Removal, 'report' | 'removed'>): string {
  const parts = (removed?.kinds ?? report.kinds).filter(({ records }) => records > 0).map(plannedText)
  if (parts.length === 0) return removed ? 'Nothing was removed' : 'Nothing was past its time'
  return capitalized(parts.join(', '))
}

/** What the page says: how many rules and holds stand. */
export function retentionTitle(rules: number, holds: number): string {
  const kept =
    rules === 0
      ? 'Everything is kept for good'
      : `${countWord(rules)} ${rules === 1 ? 'kind of record has' : 'kinds of record have'} an end`
  const held = holds === 0 ? '' : `, and ${countWord(holds)} legal ${holds === 1 ? 'hold stands' : 'holds stand'}`
  return capitalized(kept + held)
}
