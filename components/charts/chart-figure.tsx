import { type ReactNode, useId } from 'react'
import { classNames } from '@/components/ui/class-names'
import { ChartDownloads } from './chart-downloads'
import { ChartTable, type ChartTableData } from './chart-table'

export type ChartFrame = {
  title: string
  /** Under the title: unit, scope, limit. */
  note?: ReactNode
  /** Beside the title: the opener of a drawer. */
  after?: ReactNode
  /** Without the extension. */
  fileName: string
  level?: 2 | 3
  /** Without border and ground, for use inside a Card. */
  bare?: boolean
  className?: string
}

type ChartFigureProps = ChartFrame & { table: ChartTableData; legend?: ReactNode; children: ReactNode }

/** A chart with its title, the table behind it, and both as files. The table is in the page, whether shown or not. */
export function ChartFigure({
  title,
  note,
  after,
  fileName,
  level = 2,
  bare = false,
  className,
  table,
  legend,
  children,
}: ChartFigureProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <figure
      id={id}
      aria-labelledby={`${id}-title`}
      className={classNames(
        'group/chart relative min-w-0',
        !bare && 'rounded-lg border border-line bg-panel px-4 py-4 shadow-card sm:px-5 sm:py-4.5',
        className,
      )}
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <figcaption className="min-w-0">
          <div className="flex flex-wrap items-baseline gap-x-4">
            <Heading id={`${id}-title`} className="font-semibold text-base">
              {title}
            </Heading>
            {after}
          </div>
          {note === undefined ? null : <p className="mt-0.5 text-ink-3 text-xs">{note}</p>}
        </figcaption>
        <div className="-my-1 flex shrink-0 items-center gap-2 print:hidden">
          <ViewChoice name={`${id}-view`} title={title} />
          <ChartDownloads figureId={id} title={title} fileName={fileName} table={table} />
        </div>
      </div>
      <div className="print:visible! print:static! group-has-[[value=table]:checked]/chart:invisible group-has-[[value=table]:checked]/chart:absolute group-has-[[value=table]:checked]/chart:inset-x-5">
        {children}
        {legend}
      </div>
      <div className="hidden group-has-[[value=table]:checked]/chart:block print:hidden">
        <ChartTable caption={title} table={table} />
      </div>
    </figure>
  )
}

/** Chart or table: two radios, so it works without script and reads as what it is. */
const ViewChoice = ({ name, title }: { name: string; title: string }) => (
  <fieldset className="flex text-ink-3 text-xs">
    <legend className="sr-only">Show {title} as</legend>
    {(['chart', 'table'] as const).map((view) => (
      <label
        key={view}
        className="rounded-sm px-2 py-1 capitalize hover:text-ink has-checked:bg-band has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
      >
        <input type="radio" name={name} value={view} defaultChecked={view === 'chart'} className="sr-only" />
        {view}
      </label>
    ))}
  </fieldset>
)
