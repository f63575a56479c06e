import { classNames } from '@/components/ui/class-names'
import type { ScaleStep } from './geometry'
import { LADDER_GRID, type LadderColumns, type LadderEntry, LadderRow } from './ladder-row'

type LadderProps = {
  label: string
  entries: readonly LadderEntry[]
  /** The steps of the track in order, for example Traditional at 0 to Optimal at 100. */
  scale: readonly ScaleStep[]
  columns?: LadderColumns
}

const COLUMNS: LadderColumns = { score: 'Score', measured: 'Measured', change: 'Quarter' }

/** Several positions on one ordered track, under its scale. In a narrow container each line becomes three. */
export const Ladder = ({ label, entries, scale, columns = COLUMNS }: LadderProps) => (
  <div className="@container">
    <div aria-hidden="true" className={classNames(LADDER_GRID, 'text-ink-3 text-xs')}>
      <div className="relative col-span-2 h-5 @2xl:col-span-1 @2xl:col-start-2">
        {scale.map((step, index) => (
          <span
            key={step.at}
            style={{ left: `${step.at}%` }}
            className={classNames(
              'absolute top-0 whitespace-nowrap',
              index === scale.length - 1 ? '-translate-x-full' : index > 0 && '-translate-x-1/2',
            )}
          >
            {step.label}
          </span>
        ))}
      </div>
      <span className="hidden text-right @2xl:block">{columns.score}</span>
      <span className="hidden text-right @2xl:block">{columns.measured}</span>
      <span className="hidden text-right @2xl:block">{columns.change}</span>
    </div>
    <ul aria-label={label} className="@max-2xl:divide-y @max-2xl:divide-line">
      {entries.map((entry) => (
        <LadderRow key={entry.key} entry={entry} scale={scale} columns={columns} />
      ))}
    </ul>
  </div>
)
