import { classNames } from '@/components/ui/class-names'
import { IntentLink } from '@/components/ui/intent-link'
import { STATUS_TEXT, type StatusTone, type StepTone } from '@/components/ui/tone'
import type { ScaleStep } from './geometry'
import { LadderTrack, type TrackMark } from './ladder-track'

export type LadderEntry = {
  key: string
  name: string
  href?: string
  /** The stage reached, in words; for a null tone, for example `not established`. */
  stage: string
  tone: StepTone | null
  /** From 0 to 100; null when there is none. */
  score: number | null
  /** The score as shown, for example `74`; null shows a dash. */
  scoreText: string | null
  supported?: TrackMark | null
  target?: TrackMark | null
  /** For example `94 %`; null shows a dash. */
  measured: string | null
  change?: { text: string; tone: StatusTone } | null
}

export type LadderColumns = { score: string; measured: string; change: string }

export const LADDER_GRID =
  'grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 @2xl:grid-cols-[minmax(8.5rem,13.5rem)_minmax(0,1fr)_3.25rem_5.25rem_5.25rem] @2xl:gap-x-5'

/** One line of the ladder: name and stage, track, score, measured share, change. */
export const LadderRow = ({
  entry,
  scale,
  columns,
}: {
  entry: LadderEntry
  scale: readonly ScaleStep[]
  columns: LadderColumns
}) => (
  <li className={classNames(LADDER_GRID, 'items-center py-2 print:py-1')}>
    <div className="col-start-1 row-start-1 min-w-0">
      <p className="font-medium text-base leading-tight">
        {entry.href === undefined ? (
          entry.name
        ) : (
          <IntentLink href={entry.href} className="rounded-xs underline-offset-3 hover:underline">
            {entry.name}
          </IntentLink>
        )}
      </p>
      <p className={classNames('mt-0.5 text-xs', entry.tone === null ? 'text-unknown italic' : 'text-ink-3')}>
        {entry.stage}
      </p>
    </div>
    <div className="col-span-2 col-start-1 row-start-2 @2xl:col-span-1 @2xl:col-start-2 @2xl:row-start-1">
      <LadderTrack
        scale={scale}
        score={entry.score}
        tone={entry.tone}
        supported={entry.supported}
        target={entry.target}
        description={inWords(entry, columns)}
      />
    </div>
    <p className="col-start-2 row-start-1 @2xl:col-start-3 text-right font-semibold text-xl tabular-nums">
      <span className="sr-only">{columns.score} </span>
      {entry.scoreText ?? <Missing />}
    </p>
    <p className="col-start-1 row-start-3 @2xl:col-start-4 text-ink-3 text-xs tabular-nums @2xl:row-start-1 @2xl:text-right">
      <span className="@2xl:sr-only">{columns.measured} </span>
      {entry.measured ?? <Missing />}
    </p>
    <p
      className={classNames(
        'col-start-2 row-start-3 @2xl:col-start-5 text-right text-xs tabular-nums @2xl:row-start-1',
        STATUS_TEXT[entry.change?.tone ?? 'neutral'],
      )}
    >
      <span className="text-ink-3 @2xl:sr-only">{columns.change} </span>
      {entry.change?.text ?? <Missing />}
    </p>
  </li>
)

const Missing = () => (
  <>
    <span aria-hidden="true" className="text-ink-3">
      –
    </span>
    <span className="sr-only">not known</span>
  </>
)

const inWords = (entry: LadderEntry, columns: LadderColumns) =>
  `${entry.name}: ${entry.stage}, ${columns.score.toLowerCase()} ${entry.scoreText ?? 'not known'} of 100`
