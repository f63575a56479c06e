'use client'

import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import type { SeriesTone } from '@/components/ui/tone'
import type { markerRows } from './marker-rows'
import { readingPlaces } from './reading-places'
import { placeOf, type TrendBaseline, type TrendPoint, type TrendReading } from './trend'
import { wrapWords } from './wrap-words'

const ABOVE_THE_LINE = 700
const CHARACTER_PX = 6.4
const LINE_PX = 15

/** The baseline's periods as a band, and its level as a dotted line over the whole plot. */
export function TrendBaselineBand({ baseline, points }: { baseline: TrendBaseline; points: readonly TrendPoint[] }) {
  const area = usePlotArea()
  const x = useXAxisScale()
  const y = useYAxisScale()
  const from = placeOf(points, baseline.from)
  const to = placeOf(points, baseline.to)
  if (!area || !x || !y || from === null || to === null) return null
  const left = x(from - 0.5) ?? area.x
  const right = x(to + 0.5) ?? area.x
  const lines = wrapWords(baseline.label, (right - left - 12) / CHARACTER_PX)
  const level = baseline.level === null ? null : y(baseline.level)
  return (
    <g>
      <rect x={left} y={area.y} width={Math.max(0, right - left)} height={area.height} fill="var(--band)" />
      {level == null ? null : (
        <path d={`M${area.x} ${level}H${area.x + area.width}`} stroke="var(--ink-3)" strokeDasharray="2 4" />
      )}
      <text y={area.y + area.height - 8} className="fill-ink-2 text-xs">
        {lines.map((line, index) => (
          <tspan key={line} x={left + 6} dy={index === 0 ? (1 - lines.length) * LINE_PX : LINE_PX}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
}

type PlacedMarker = { place: number; label: string; tone: SeriesTone }
type TrendMarkersProps = {
  markers: readonly PlacedMarker[]
  rowsOf: typeof markerRows
  rowHeight: number
  headroom: number
}

/** Vertical lines with a dot and a label above the plot. */
export function TrendMarkers({ markers, rowsOf, rowHeight, headroom }: TrendMarkersProps) {
  const area = usePlotArea()
  const x = useXAxisScale()
  if (!area || !x) return null
  const drawn = markers.map((marker) => ({ ...marker, at: x(marker.place) ?? area.x })).sort((a, b) => a.at - b.at)
  const rows = rowsOf(drawn, area.x + area.width)
  return drawn.map((marker, index) => {
    const { row, side } = rows[index] ?? { row: 0, side: 'right' }
    const top = area.y - headroom + 10 + row * rowHeight
    const color = `var(--${marker.tone})`
    return (
      <g key={`${marker.place}${marker.label}`}>
        <path d={`M${marker.at} ${top}V${area.y + area.height}`} stroke={color} strokeWidth={1.5} />
        <circle cx={marker.at} cy={top} r={3.5} fill={color} />
        <text
          x={marker.at + (side === 'right' ? 8 : -8)}
          y={top + 4}
          textAnchor={side === 'right' ? 'start' : 'end'}
          stroke="var(--panel)"
          strokeWidth={3}
          paintOrder="stroke"
          className="fill-ink-2 text-xs"
        >
          {marker.label}
        </text>
      </g>
    )
  })
}

type TrendReadingsProps = {
  readings: readonly TrendReading[]
  points: readonly TrendPoint[]
  write: (value: number) => string
}

/** Rings around single points, with their value; a point that is not known gets none. */
export function TrendReadings({ readings, points, write }: TrendReadingsProps) {
  const area = usePlotArea()
  const x = useXAxisScale()
  const y = useYAxisScale()
  if (!area || !x || !y) return null
  const rings = readings.flatMap((reading) => {
    const place = placeOf(points, reading.x)
    const value = place === null ? null : (points[place]?.value ?? null)
    if (place === null || value === null) return []
    return [{ x: x(place) ?? 0, y: y(value) ?? 0, text: `${reading.label}: ${write(value)}` }]
  })
  const places = readingPlaces(rings, area)
  return (
    <ZIndexLayer zIndex={ABOVE_THE_LINE}>
      {rings.map((ring, index) => (
        <g key={ring.text} pointerEvents="none">
          <circle cx={ring.x} cy={ring.y} r={5.5} fill="none" stroke="var(--ink)" strokeWidth={1.75} />
          <text
            x={places[index]?.x}
            y={places[index]?.y}
            textAnchor="middle"
            stroke="var(--panel)"
            strokeWidth={3}
            paintOrder="stroke"
            className="fill-ink font-semibold text-xs"
          >
            {ring.text}
          </text>
        </g>
      ))}
    </ZIndexLayer>
  )
}

const LABEL_PX = 30

/** Names of the periods, as many as fit, and under them the group where it begins. */
export function PeriodAxis({ points }: { points: readonly TrendPoint[] }) {
  const area = usePlotArea()
  const x = useXAxisScale()
  if (!area || !x || points.length === 0) return null
  const every = Math.max(1, Math.ceil((points.length * LABEL_PX) / area.width))
  const top = area.y + area.height
  return (
    <g className="text-2xs">
      {points.map((point, place) => (
        <g key={point.x} textAnchor="middle">
          {place % every === 0 ? (
            <text x={x(place)} y={top + 16} className="fill-ink-3">
              {point.label}
            </text>
          ) : null}
          {point.group !== undefined && point.group !== points[place - 1]?.group ? (
            <text x={x(place)} y={top + 30} className="fill-ink-2 font-medium">
              {point.group}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  )
}
