import type { Day } from '@/lib/model/instant'
import type { Period } from '@/lib/model/period'

export type PeriodPreset = { label: string; period: Period }

const dayOf = (year: number, month: number, day: number): Day =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

const earlier = (a: Day, b: Day): Day => [a, b].sort()[0] ?? a
const later = (a: Day, b: Day): Day => [a, b].sort()[1] ?? b

/** In the last quarter the last four are the year: what is the same is offered once. */
const isFirst = ({ period }: PeriodPreset, place: number, all: readonly PeriodPreset[]): boolean =>
  all.findIndex((one) => one.period.from === period.from && one.period.to === period.to) === place

/**
 * Periods an audit is usually about, whole quarters and years (UTC) around a day, newest first. Within a bound only what
 * lies in it is offered, cut to its ends, with the whole of it first.
 */
export function periodPresets(today: Day, bound: Period | null): PeriodPreset[] {
  const year = Number(today.slice(0, 4))
  const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3
  const presets = [
    { label: 'Last four quarters', period: { from: dayOf(year, first - 9, 1), to: dayOf(year, first + 3, 0) } },
    { label: 'This quarter', period: { from: dayOf(year, first, 1), to: dayOf(year, first + 3, 0) } },
    { label: 'Last quarter', period: { from: dayOf(year, first - 3, 1), to: dayOf(year, first, 0) } },
    { label: `Year ${year}`, period: { from: dayOf(year, 0, 1), to: dayOf(year, 12, 0) } },
    { label: `Year ${year - 1}`, period: { from: dayOf(year - 1, 0, 1), to: dayOf(year, 0, 0) } },
  ]
  if (bound === null) return presets.filter(isFirst)
  const within = presets.flatMap(({ label, period }) => {
    const [from, to] = [later(period.from, bound.from), earlier(period.to, bound.to)]
    return from > to || (from === bound.from && to === bound.to) ? [] : [{ label, period: { from, to } }]
  })
  return [{ label: 'Whole audit', period: bound }, ...within.filter(isFirst)]
}
