import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from './class-names'

type TableProps = {
  /** Says what the rows are; always there for assistive technology. */
  caption: ReactNode
  captionHidden?: boolean
  /** Below this width the region scrolls sideways instead of squeezing, for example `40rem`. */
  minWidth?: string
  className?: string
  children: ReactNode
}

/** A table in a region that scrolls sideways, by keyboard too. Children are `thead` and `tbody` made of the cells beside. */
export function Table({ caption, captionHidden = true, minWidth, className, children }: TableProps) {
  const captionId = useId()
  return (
    <section
      aria-labelledby={captionId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={classNames('relative overflow-x-auto', className)}
    >
      <table className="w-full border-collapse text-sm" style={{ minWidth }}>
        <caption id={captionId} className={captionHidden ? 'sr-only' : 'pb-2 text-left text-ink-3 text-xs'}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  )
}

export const TableHead = ({ children }: { children: ReactNode }) => (
  <thead>
    <tr>{children}</tr>
  </thead>
)

export const TableBody = ({ className, ...rest }: ComponentProps<'tbody'>) => (
  <tbody {...rest} className={classNames('[&>tr:last-child>*]:border-b-0', className)} />
)

type RowProps = ComponentProps<'tr'> & { selected?: boolean; interactive?: boolean }

/** `interactive` shades the row under the pointer; the way to act is a link or control in one of its cells. */
export const TableRow = ({ selected = false, interactive = false, className, ...rest }: RowProps) => (
  <tr
    {...rest}
    aria-current={selected || undefined}
    className={classNames(selected ? 'bg-accent-soft' : interactive && 'hover:bg-hover', className)}
  />
)
