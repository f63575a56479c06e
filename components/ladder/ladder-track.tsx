import { classNames } from '@/components/ui/class-names'
import type { StepTone } from '@/components/ui/tone'
import { filledShare, onTrack, type ScaleStep, segmentsOf } from './geometry'

export type TrackMark = {
  /** From 0 to 100. */
  at: number
  /** What stands there, in words: `Checks support 58`, `Target Advanced, Mar 2027`. */
  label: string
}

type LadderTrackProps = {
  scale: readonly ScaleStep[]
  /** From 0 to 100; null fills nothing. */
  score: number | null
  /** The tone of the stage reached; null is drawn dashed: the stage is not established. */
  tone: StepTone | null
  supported?: TrackMark | null
  target?: TrackMark | null
  /** The position in words, for who cannot see it. */
  description: string
}

const FILL: Record<StepTone, string> = { s0: 'bg-s0', s1: 'bg-s1', s2: 'bg-s2', s3: 'bg-s3' }

/** One position on the ordered track: filled to the score, a ring where checks stand, a flag at the target. */
export function LadderTrack({ scale, score, tone, supported, target, description }: LadderTrackProps) {
  const spoken = [description, supported?.label, target?.label].filter(Boolean).join('. ')
  return (
    <div role="img" aria-label={spoken} className="relative h-8">
      <div className="absolute inset-x-0 top-2.5 flex h-3 gap-[3px]">
        {segmentsOf(scale).map((segment) => {
          const share = filledShare(segment, score)
          return (
            <div
              key={segment.from}
              style={{ flexGrow: segment.to - segment.from }}
              className={classNames(
                'basis-0 overflow-hidden rounded-[2px]',
                tone === null ? 'border border-unknown border-dashed' : 'inset-ring inset-ring-band-edge bg-band',
              )}
            >
              {share > 0 ? (
                <div
                  data-fill
                  style={{ width: `${100 * share}%` }}
                  className={classNames('h-full', tone === null ? 'ladder-hatch' : FILL[tone])}
                />
              ) : null}
            </div>
          )
        })}
      </div>
      {target ? <Flag {...target} /> : null}
      {supported ? <Ring {...supported} /> : null}
    </div>
  )
}

const Ring = ({ at, label }: TrackMark) => (
  <span
    title={label}
    style={{ left: `${onTrack(at)}%` }}
    className="absolute top-[0.65625rem] size-[0.6875rem] -translate-x-1/2 rounded-full border-2 border-ink bg-panel"
  />
)

/** A flag that would leave the track at its end looks back instead. */
const Flag = ({ at, label }: TrackMark) => (
  <svg
    viewBox="0 0 12 26"
    role="presentation"
    style={{ left: `${onTrack(at)}%` }}
    className={classNames(
      'absolute top-[3px] h-[26px] w-3 text-ink',
      at > 95 ? '-translate-x-full -scale-x-100' : '-ml-px',
    )}
  >
    <title>{label}</title>
    <path d="M1 0v26" stroke="currentColor" strokeWidth="2" />
    <path d="M2 0.5 9.5 4.2 2 8Z" fill="currentColor" />
  </svg>
)
