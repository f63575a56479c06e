import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { IntentLink } from './intent-link'

type SortLink = {
  /** Where a click leads: the same page sorted by this column, or the other way round. */
  href: string
  /** null when the table is sorted by another column. */
  direction: 'ascending' | 'descending' | null
}

type ColumnHeaderProps = {
  numeric?: boolean
  sort?: SortLink
  width?: string
  className?: string
  /** May be left out for a column of marks; then say what it holds in `label`. */
  children?: ReactNode
  label?: string
}

/** A column's heading; with `sort` it is a link, so the order lives in the address. */
export const ColumnHeader = ({ numeric = false, sort, width, className, children, label }: ColumnHeaderProps) => (
  <th
    scope="col"
    aria-sort={sort?.direction ?? undefined}
    style={{ width }}
    className={classNames(
      'whitespace-nowrap border-line border-b py-1.5 pr-3 align-bottom font-medium text-ink-3 text-xs last:pr-0',
      numeric ? 'text-right' : 'text-left',
      className,
    )}
  >
    {sort === undefined ? children : <SortedBy {...sort}>{children}</SortedBy>}
    {label === undefined ? null : <span className="sr-only">{label}</span>}
  </th>
)

const SortedBy = ({ href, direction, children }: SortLink & { children: ReactNode }) => (
  <IntentLink
    href={href}
    scroll={false}
    className={classNames(
      'inline-flex items-center gap-1 rounded-xs hover:text-ink hover:underline',
      direction && 'text-ink',
    )}
  >
    {children}
    {direction === 'ascending' ? <ArrowUp aria-hidden="true" className="size-3" /> : null}
    {direction === 'descending' ? <ArrowDown aria-hidden="true" className="size-3" /> : null}
  </IntentLink>
)
