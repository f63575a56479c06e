'use client'

import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { inFigures } from './chart-table'
import { markerRows } from './marker-rows'
import { placeOf, type TrendData } from './trend'
import { PeriodAxis, TrendBaselineBand, TrendMarkers, TrendReadings } from './trend-overlays'
import { TrendTooltip } from './trend-tooltip'

type TrendPlotProps = { data: TrendData; summary: string; valueLabel: string }

const MARKER_ROW_PX = 18

/** The drawing itself. Points stand at whole numbers on the axis, so that equal month names cannot be confused. */
export function TrendPlot({ data, summary, valueLabel }: TrendPlotProps) {
  const { points, baseline, markers = [], readings = [], unit = '', decimals, domain } = data
  const rows = points.map((point, place) => ({
    ...point,
    place,
    range: point.low == null || point.high == null ? null : [point.low, point.high],
  }))
  const placed = markers.flatMap((marker) => {
    const place = placeOf(points, marker.x)
    return place === null ? [] : [{ ...marker, place }]
  })
  // Labels of markers stand above the plot; how many rows they need depends on how close they are.
  const headroom = placed.length === 0 ? 8 : 10 + MARKER_ROW_PX * Math.min(placed.length, 5)
  return (
    <ComposedChart
      responsive
      data={rows}
      aria-label={`${summary} Use the arrow keys to read single values.`}
      margin={{ top: headroom, right: 10, bottom: 34, left: 0 }}
      style={{ width: '100%', height: '100%' }}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis dataKey="place" type="number" domain={[-0.5, points.length - 0.5]} hide />
      <YAxis
        width={44}
        axisLine={false}
        tickLine={false}
        domain={domain ? [...domain] : [0, 'auto']}
        tickFormatter={(value: number) => `${inFigures(value)}${unit.trim() === '%' ? unit : ''}`}
        tick={{ fill: 'var(--ink-3)', fontSize: 11 }}
      />
      {baseline ? <TrendBaselineBand baseline={baseline} points={points} /> : null}
      <TrendMarkers markers={placed} rowsOf={markerRows} rowHeight={MARKER_ROW_PX} headroom={headroom} />
      <PeriodAxis points={points} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--ink-3)', strokeDasharray: '2 3' }}
        content={<TrendTooltip valueLabel={valueLabel} unit={unit} decimals={decimals} />}
      />
      <Area
        dataKey="range"
        type="linear"
        stroke="none"
        fill="var(--accent)"
        fillOpacity={0.13}
        isAnimationActive={false}
        activeDot={false}
      />
      <Line
        dataKey="value"
        type="linear"
        stroke="var(--accent)"
        strokeWidth={2}
        dot={{ r: 2.5, fill: 'var(--accent)', strokeWidth: 0 }}
        activeDot={{ r: 4.5, fill: 'var(--accent)', stroke: 'var(--panel)', strokeWidth: 2 }}
        connectNulls={false}
        isAnimationActive={false}
      />
      <TrendReadings readings={readings} points={points} write={(value) => `${inFigures(value, decimals)}${unit}`} />
    </ComposedChart>
  )
}
