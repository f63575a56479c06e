import type { CSSProperties } from 'react'
import type { Deployment } from '@/lib/model/deployment'
import { dayText, monthText } from '@/lib/presentation/date'
import { layerName, layerTone } from '@/lib/presentation/layer'
import { labelEvery, type Stretch, timelineOf } from '@/lib/presentation/rollout-timeline'

const at = ({ start, width }: Stretch, colour?: string): CSSProperties => ({
  left: `${start}%`,
  width: `${width}%`,
  ...(colour ? { '--tone': `var(--${colour})` } : {}),
})

const HATCH = { backgroundImage: 'repeating-linear-gradient(135deg, var(--tone) 0 3px, transparent 3px 6px)' }

const sentence = (beganOn: string | null, liveOn: string | null): string => {
  if (!beganOn) return 'Not begun'
  return liveOn ? `Began ${dayText(beganOn)}, live ${dayText(liveOn)}` : `Began ${dayText(beganOn)}, not live yet`
}

/** Each layer's rollout on one track: hatched while it rolls out, solid once live, after the baseline's band. */
export function RolloutTimeline({ rollouts, today }: Pick<Deployment, 'rollouts'> & { today: string }) {
  const timeline = timelineOf(rollouts, today)
  const every = timeline ? labelEvery(timeline.months) : 1
  return (
    <div className="grid gap-1.5">
      {timeline ? (
        <div aria-hidden="true" className="relative hidden h-4 text-2xs text-ink-3 sm:ml-68 sm:block">
          {timeline.months.map((month, i) =>
            i % every === 0 && i < timeline.months.length - 1 ? (
              <span
                key={month}
                className="absolute whitespace-nowrap"
                style={{ left: `${(i / timeline.months.length) * 100}%` }}
              >
                {monthText(month)}
              </span>
            ) : null,
          )}
        </div>
      ) : null}
      <ul className="grid gap-1.5">
        {rollouts.map(({ layer, beganOn, liveOn }, i) => {
          const row = timeline?.rows[i]
          return (
            <li key={layer} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[16rem_1fr]">
              <div>
                <p className="font-medium text-sm">{layerName(layer)}</p>
                <p className="text-ink-3 text-xs">{sentence(beganOn, liveOn)}</p>
              </div>
              <div aria-hidden="true" className="relative h-5 overflow-hidden rounded-sm border border-line bg-panel">
                {timeline?.baseline ? (
                  <span className="absolute inset-y-0 bg-band" style={at(timeline.baseline)} />
                ) : null}
                {row?.rolling ? (
                  <span
                    data-fill
                    className="absolute inset-y-1"
                    style={{ ...at(row.rolling, layerTone(layer)), ...HATCH }}
                  />
                ) : null}
                {row?.live ? (
                  <span data-fill className="absolute inset-y-1 bg-(--tone)" style={at(row.live, layerTone(layer))} />
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
