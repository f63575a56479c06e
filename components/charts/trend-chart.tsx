import type { ReactNode } from 'react'
import { ChartFigure, type ChartFrame } from './chart-figure'
import { type TrendData, trendTable } from './trend'
import { TrendPlotLazy } from './trend-plot-lazy'

type TrendChartProps = ChartFrame &
  TrendData & {
    /** The chart in one sentence, for who cannot see it. */
    summary: string
    /** What the values are, as a column heading. */
    valueLabel: string
    height?: number
    legend?: ReactNode
  }

/** A line over periods with its baseline, markers and readings. Drawn in the browser; the table comes from the server. */
export function TrendChart(props: TrendChartProps) {
  const {
    points,
    baseline,
    markers,
    readings,
    unit,
    decimals,
    domain,
    summary,
    valueLabel,
    height = 320,
    ...frame
  } = props
  const data: TrendData = { points, baseline, markers, readings, unit, decimals, domain }
  return (
    <ChartFigure {...frame} table={trendTable(data, valueLabel)}>
      <TrendPlotLazy data={data} summary={summary} valueLabel={valueLabel} height={height} />
    </ChartFigure>
  )
}
