import type { SeriesTone } from '@/components/ui/tone'
import type { ChartTableData } from './chart-table'

export type TrendPoint = {
  /** Names the place on the axis; unique and in order, for example `2026-03`. */
  x: string
  /** As written on the axis, for example `Mar`. */
  label: string
  /** Written once under the axis where it begins, for example the year. */
  group?: string
  /** null is not known: a gap in the line. */
  value: number | null
  /** The interval around the value, where there is one. */
  low?: number | null
  high?: number | null
  /** Said with the value, for example `n = 12`. */
  note?: string
}

export type TrendBaseline = { from: string; to: string; level: number | null; label: string }
export type TrendMarker = { x: string; label: string; tone: SeriesTone }
export type TrendReading = { x: string; label: string }

export type TrendData = {
  points: readonly TrendPoint[]
  baseline?: TrendBaseline | null
  /** Vertical lines: something began here. */
  markers?: readonly TrendMarker[]
  /** Ringed points with their value written beside. */
  readings?: readonly TrendReading[]
  /** Written after each value, with its own space if it needs one: ` h`, ` %`. */
  unit?: string
  decimals?: number
  /** The axis; without it from zero to a little above the highest value. */
  domain?: readonly [number, number]
}

/** The place of `x` among the points; null when it is not one of them. */
export function placeOf(points: readonly TrendPoint[], x: string): number | null {
  const place = points.findIndex((point) => point.x === x)
  return place < 0 ? null : place
}

/** The table behind the line: one row a point, interval and note only when some point has one. */
export function trendTable({ points, unit = '', decimals }: TrendData, valueLabel: string): ChartTableData {
  const hasInterval = points.some((point) => point.low != null && point.high != null)
  const hasNote = points.some((point) => point.note !== undefined)
  const valueIn = unit.trim() === '' ? valueLabel : `${valueLabel} (${unit.trim()})`
  return {
    columns: [
      { label: 'Period' },
      { label: valueIn, numeric: true, decimals },
      ...(hasInterval
        ? ['Interval from', 'Interval to'].map((label) => ({ label, numeric: true, decimals, missing: '–' }))
        : []),
      ...(hasNote ? [{ label: 'Note', missing: '–' }] : []),
    ],
    rows: points.map((point) => [
      point.group === undefined ? point.label : `${point.label} ${point.group}`,
      point.value,
      ...(hasInterval ? [point.low ?? null, point.high ?? null] : []),
      ...(hasNote ? [point.note ?? null] : []),
    ]),
  }
}
