import type { MaturityPoint } from '@/lib/model/maturity-history'
import { dayText } from '@/lib/presentation/date'
import { STAGE_SCALE } from '@/lib/presentation/ladder-entries'
import { scoreText } from '@/lib/presentation/score'
import { placeInTime } from './place-in-time'

type Props = { points: readonly MaturityPoint[]; shown: string; compared: string | null }

const WIDTH = 480
const HEIGHT = 104
const LEFT = 64
const RIGHT = 24
const TOP = 14
const BOTTOM = 22

const x = (share: number): number => LEFT + share * (WIDTH - LEFT - RIGHT)
const y = (score: number): number => TOP + (1 - score / 100) * (HEIGHT - TOP - BOTTOM)

/** The overall score over the days assessed, against the stages; a result without a score is a gap. The table says the same. */
export function HistoryPlot({ points, shown, compared }: Props) {
  const places = placeInTime(points.map((point) => point.asOf))
  const dots = points.map((point, at) => ({ ...point, x: x(places[at] ?? 0) }))
  const first = points[0]
  const last = points.at(-1)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Overall score: ${points.map((one) => `${scoreText(one.score)} on ${dayText(one.asOf)}`).join(', ')}.`}
      className="mb-2 block max-md:hidden h-auto w-full max-w-[36rem]"
    >
      {STAGE_SCALE.map((step) => (
        <g key={step.at}>
          <path d={`M${LEFT} ${y(step.at)}H${WIDTH - RIGHT}`} stroke="var(--line)" />
          <text x={0} y={y(step.at) + 3.5} fontSize={10.5} className="fill-ink-3">
            {step.label}
          </text>
        </g>
      ))}
      {dots.slice(1).map((dot, at) => {
        const from = dots[at]
        return from === undefined || from.score === null || dot.score === null ? null : (
          <path
            key={dot.assessment.id}
            d={`M${from.x} ${y(from.score)}L${dot.x} ${y(dot.score)}`}
            stroke="var(--accent)"
            strokeWidth={2}
          />
        )
      })}
      {dots.map((dot) =>
        dot.score === null ? null : (
          <circle
            key={dot.assessment.id}
            cx={dot.x}
            cy={y(dot.score)}
            r={dot.assessment.id === shown ? 5 : 3.5}
            fill={dot.assessment.id === compared ? 'var(--panel)' : 'var(--accent)'}
            stroke="var(--accent)"
            strokeWidth={2}
          />
        ),
      )}
      {first === undefined ? null : (
        <text x={LEFT} y={HEIGHT - 4} fontSize={10.5} className="fill-ink-3">
          {dayText(first.asOf)}
        </text>
      )}
      {last === undefined || points.length < 2 ? null : (
        <text x={WIDTH - RIGHT} y={HEIGHT - 4} fontSize={10.5} textAnchor="end" className="fill-ink-3">
          {dayText(last.asOf)}
        </text>
      )}
    </svg>
  )
}
