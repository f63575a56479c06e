import type { SeriesTone } from '@/components/ui/tone'
import { heightScale, linePath, type Plot, placeX, round, spotsOf } from './sparkline-path'

type SparklineProps = {
  /** What it shows, in one sentence. */
  label: string
  /** In order; null is a gap. */
  values: readonly (number | null)[]
  /** A stretch of places drawn as a band, both ends included. */
  band?: { from: number; to: number } | null
  /** A dotted line at this value. */
  level?: number | null
  /** Ticks at the foot, at places. */
  markers?: readonly { at: number; tone: SeriesTone }[]
}

const PLOT: Plot = { width: 240, height: 64, top: 8, bottom: 18, left: 6, right: 6 }

/** A small line without axes: its direction, next to the figure that gives the size. Plain SVG from the server. */
export function Sparkline({ label, values, band, level = null, markers = [] }: SparklineProps) {
  const spots = spotsOf(values, PLOT, level)
  const last = spots.findLast((spot) => spot !== null)
  const x = (place: number) => round(placeX(place, values.length, PLOT))
  return (
    <svg viewBox={`0 0 ${PLOT.width} ${PLOT.height}`} role="img" aria-label={label} className="block h-auto w-full">
      {band ? (
        <rect x={x(band.from)} y={0} width={x(band.to) - x(band.from)} height={PLOT.height} fill="var(--band)" />
      ) : null}
      {level === null ? null : (
        <path
          d={`M${PLOT.left} ${round(heightScale(values, PLOT, level)(level))}H${PLOT.width - PLOT.right}`}
          stroke="var(--ink-3)"
          strokeDasharray="2 3"
        />
      )}
      {markers.map((marker) => (
        <path
          key={`${marker.at}${marker.tone}`}
          d={`M${x(marker.at)} ${PLOT.height - 9}v9`}
          stroke={`var(--${marker.tone})`}
          strokeWidth={2}
        />
      ))}
      <path
        d={linePath(spots)}
        fill="none"
        stroke="var(--accent)"
        strokeWidth={2}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {last ? <circle cx={round(last.x)} cy={round(last.y)} r={3.25} fill="var(--accent)" /> : null}
    </svg>
  )
}
