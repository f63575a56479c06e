import { inFigures } from './chart-table'
import type { TrendPoint } from './trend'

type TrendTooltipProps = {
  valueLabel: string
  unit: string
  decimals?: number
  /** Given by the chart. */
  active?: boolean
  payload?: readonly { payload?: unknown }[]
}

/** One period's value with its interval and note. */
export function TrendTooltip({ valueLabel, unit, decimals, active, payload }: TrendTooltipProps) {
  const point = payload?.[0]?.payload as TrendPoint | undefined
  if (!active || point === undefined) return null
  const write = (value: number) => `${inFigures(value, decimals)}${unit}`
  return (
    <div className="rounded-md border border-line-strong bg-panel px-3 py-2 text-xs shadow-raised">
      <p className="font-semibold">{point.group === undefined ? point.label : `${point.label} ${point.group}`}</p>
      <p className="tabular-nums">
        {valueLabel}: {point.value === null ? 'no data' : write(point.value)}
      </p>
      {point.low == null || point.high == null ? null : (
        <p className="text-ink-3 tabular-nums">
          Interval {write(point.low)} to {write(point.high)}
        </p>
      )}
      {point.note === undefined ? null : <p className="text-ink-3 tabular-nums">{point.note}</p>}
    </div>
  )
}
