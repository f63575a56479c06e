import type { RadarAxis, RadarRing } from './radar'
import { cornerAt, radarShape, ringPath } from './radar-shape'
import { wrapWords } from './wrap-words'

type RadarPlotProps = {
  label: string
  axes: readonly RadarAxis[]
  rings: readonly RadarRing[]
  max: number
  showSecond: boolean
}

const RADIUS = 118
const LINE = 14
const LABEL_RADIUS = RADIUS + 16

export function RadarPlot({ label, axes, rings, max, showSecond }: RadarPlotProps) {
  const first = radarShape(
    axes.map((axis) => axis.value),
    max,
    RADIUS,
  )
  const second = radarShape(
    axes.map((axis) => axis.second ?? null),
    max,
    RADIUS,
  )
  return (
    <svg
      data-drawing
      viewBox="-215 -164 430 316"
      role="img"
      aria-label={label}
      className="mx-auto block h-auto w-full max-w-[27rem]"
    >
      {[...rings.filter((ring) => ring.at < max), { at: max, label: '' }].map((ring) => (
        <path
          key={ring.at}
          d={ringPath(axes.length, ring.at / max, RADIUS)}
          fill="none"
          stroke="var(--line-strong)"
          strokeWidth={ring.at === max ? 1 : 0.75}
        />
      ))}
      {axes.map((axis, place) => (
        <Spoke key={axis.label} axis={axis} place={place} count={axes.length} />
      ))}
      <path d={first.area} fill="var(--accent)" fillOpacity={0.16} />
      {showSecond ? (
        <path d={second.outline} fill="none" stroke="var(--ink-2)" strokeWidth={1.5} strokeDasharray="4 3" />
      ) : null}
      <path d={first.outline} fill="none" stroke="var(--accent)" strokeWidth={2} strokeLinecap="round" />
      {first.corners.map((corner, place) =>
        corner === null ? null : (
          <circle key={axes[place]?.label} cx={corner.x} cy={corner.y} r={3.5} fill="var(--accent)" />
        ),
      )}
      {rings.map((ring) => (
        <text
          key={ring.at}
          x={5}
          y={(-ring.at / max) * RADIUS + 11}
          stroke="var(--panel)"
          strokeWidth={3}
          paintOrder="stroke"
          fontSize={10.5}
          className="fill-ink-3"
        >
          {ring.label}
        </text>
      ))}
    </svg>
  )
}

/** An axis with its label; one whose value is not known is dashed. */
function Spoke({ axis, place, count }: { axis: RadarAxis; place: number; count: number }) {
  const end = cornerAt(place, count, 1, RADIUS)
  const at = cornerAt(place, count, 1, LABEL_RADIUS)
  const anchor = Math.abs(at.x) < 8 ? 'middle' : at.x > 0 ? 'start' : 'end'
  const isTop = anchor === 'middle' && at.y < 0
  const known = axis.value !== null
  const lines = wrapWords(axis.label, isTop ? 40 : 13)
  const top = at.y + (isTop ? -LINE * lines.length + 2 : 2 - (lines.length - 1) * (LINE / 2))
  return (
    <g>
      <path
        d={`M0 0L${end.x} ${end.y}`}
        stroke={known ? 'var(--line-strong)' : 'var(--unknown)'}
        strokeWidth={0.75}
        strokeDasharray={known ? undefined : '3 3'}
      />
      <text textAnchor={anchor} fontSize={12.5} className="fill-ink">
        {lines.map((line, index) => (
          <tspan key={line} x={at.x} y={top + index * LINE} fontWeight={530}>
            {line}
          </tspan>
        ))}
        <tspan x={at.x} y={top + lines.length * LINE} fontSize={11.5} className={known ? 'fill-ink-3' : 'fill-unknown'}>
          {axis.caption ?? (known ? '' : 'not established')}
        </tspan>
      </text>
    </g>
  )
}
