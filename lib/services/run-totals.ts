import { combineVerdicts } from '@/lib/checks/combine-verdicts'
import type { EndedUnit } from '@/lib/db/repositories/run-units'
import type { ConnectionKind } from '@/lib/model/connection'
import type { RunTotals, UnitState } from '@/lib/model/run'
import type { Verdict } from '@/lib/model/verdict'
import { checksFor } from './evaluate-account'

type Counted = {
  kind: ConnectionKind
  seconds: number
  units: readonly EndedUnit[]
  /** The verdicts of each check, one for each account. */
  verdicts: ReadonlyMap<string, readonly Verdict[]>
  findings: RunTotals['findings']
}

/** What a run came to. A check that no account could be asked about is unknown. */
export function runTotals({ kind, seconds, units, verdicts, findings }: Counted): RunTotals {
  const inState = (state: UnitState) => units.filter((unit) => unit.state === state).length
  const sum = (of: (unit: EndedUnit) => number) => units.reduce((all, unit) => all + of(unit), 0)
  const combined = [...verdicts.values()].map(combineVerdicts)
  if (combined.length === 0) combined.push(...checksFor(kind).map(() => 'unknown' as const))
  const are = (verdict: Verdict) => combined.filter((one) => one === verdict).length
  return {
    seconds: Math.round(seconds * 1000) / 1000,
    units: { ok: inState('ok'), failed: inState('failed'), denied: inState('denied') },
    resources: sum((unit) => unit.resources),
    calls: sum((unit) => unit.calls),
    verdicts: {
      pass: are('pass'),
      fail: are('fail'),
      not_applicable: are('not_applicable'),
      unknown: are('unknown'),
    },
    findings,
  }
}

/** Why a run has nothing to show, in one line; null when anything was read. */
export function nothingRead(units: readonly EndedUnit[]): string | null {
  if (units.length === 0) return 'The source named nothing that could be read.'
  if (units.some(({ sha256 }) => sha256 !== null)) return null
  const fault = units.flatMap(({ coverage }) => coverage).find(({ error }) => error !== null)
  const own = units.find(({ error }) => error !== null)?.error
  const why = fault?.error ? `${fault.operation}: ${fault.error.code}: ${fault.error.message}` : (own ?? 'no answer')
  return `Nothing could be read. ${why}`
}
