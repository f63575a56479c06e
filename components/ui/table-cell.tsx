import type { ComponentProps } from 'react'
import { classNames } from './class-names'

const CELL = 'border-line border-b py-2.25 pr-3 align-top last:pr-0 print:py-1.5'

export const Cell = ({ className, ...rest }: ComponentProps<'td'>) => (
  <td {...rest} className={classNames(CELL, className)} />
)

/** Figures: right-aligned, of equal width, never broken. */
export const NumericCell = ({ className, ...rest }: ComponentProps<'td'>) => (
  <td {...rest} className={classNames(CELL, 'whitespace-nowrap text-right tabular-nums', className)} />
)

/** The cell that names its row. */
export const RowHeader = ({ className, ...rest }: ComponentProps<'th'>) => (
  <th {...rest} scope="row" className={classNames(CELL, 'text-left font-normal', className)} />
)
