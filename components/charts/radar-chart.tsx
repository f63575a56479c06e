import { ChartFigure, type ChartFrame } from './chart-figure'
import { inFigures } from './chart-table'
import type { RadarAxis, RadarRing } from './radar'
import { RadarPlot } from './radar-plot'

type RadarChartProps = ChartFrame & {
  summary: string
  axes: readonly RadarAxis[]
  rings: readonly RadarRing[]
  valueLabel: string
  /** Names the second series; without it none is drawn. */
  secondLabel?: string
  max?: number
}

/** Several values on equal axes around a centre. Plain SVG from the server: nothing to load, prints as it is. */
export function RadarChart({ summary, axes, rings, valueLabel, secondLabel, max = 100, ...frame }: RadarChartProps) {
  const table = {
    columns: [
      { label: 'Axis' },
      { label: valueLabel, numeric: true },
      ...(secondLabel === undefined ? [] : [{ label: secondLabel, numeric: true }]),
    ],
    rows: axes.map((axis) => [axis.label, axis.value, ...(secondLabel === undefined ? [] : [axis.second ?? null])]),
  }
  return (
    <ChartFigure
      {...frame}
      table={table}
      legend={secondLabel === undefined ? null : <Legend {...{ valueLabel, secondLabel }} />}
    >
      <RadarPlot
        label={`${summary} ${axes.map(({ label, value }) => `${label}: ${value === null ? 'not established' : inFigures(value)}`).join(', ')}.`}
        axes={axes}
        rings={rings}
        max={max}
        showSecond={secondLabel !== undefined}
      />
    </ChartFigure>
  )
}

const Legend = ({ valueLabel, secondLabel }: { valueLabel: string; secondLabel: string }) => (
  <ul className="mt-2 flex flex-wrap justify-center gap-x-5 gap-y-1 text-ink-2 text-xs">
    <li className="inline-flex items-center gap-2">
      <span data-fill className="h-0.5 w-5 bg-accent" />
      {valueLabel}
    </li>
    <li className="inline-flex items-center gap-2">
      <span className="h-0 w-5 border-ink-2 border-t-[1.5px] border-dashed" />
      {secondLabel}
    </li>
  </ul>
)
