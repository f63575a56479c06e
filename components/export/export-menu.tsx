import { buttonStyle } from '@/components/ui/button-style'
import { Popover } from '@/components/ui/popover'
import { paths } from '@/lib/queries/paths'

type Filter = Parameters<typeof paths.api.tableExport>[3]

/** One table that can be taken away, narrowed as its page is. */
export type ExportedTable = {
  table: string
  /** What is in it, where a menu offers several. */
  title?: string
  filter?: Filter
  /** How else it can be written: how the file ends, and what that is called. */
  documents?: readonly (readonly [ending: string, label: string])[]
}

const FORMATS = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel (XLSX)'],
  ['json', 'JSON'],
] as const

/** Without an organization it is the portfolio that is taken away. */
type Props = { org: string | null; tables: readonly ExportedTable[] }

/** Exactly what the page's list shows, all its pages, as plain links to files. */
export const ExportMenu = ({ org, tables }: Props) => (
  <Popover label="Export" align="end" buttonClassName={buttonStyle({})}>
    {tables.map(({ table, title, filter, documents = [] }) => (
      <div key={table} className="not-first:mt-1.5 not-first:border-line not-first:border-t not-first:pt-1.5">
        {title === undefined ? null : <p className="px-2.5 py-1 font-medium text-ink-2 text-xs">{title}</p>}
        <ul aria-label={title === undefined ? 'Export as' : `${title} as`}>
          {[...FORMATS, ...documents].map(([format, label]) => (
            <li key={format}>
              <a
                href={
                  org ? paths.api.tableExport(org, table, format, filter) : paths.api.portfolioExport(format, filter)
                }
                download
                className="flex min-h-8 items-center rounded-sm px-2.5 py-1 text-sm hover:bg-hover"
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </Popover>
)
