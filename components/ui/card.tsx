import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'

type CardProps = {
  /** The heading; it names the section for assistive technology. */
  title: ReactNode
  /** One line under the heading: scope, order or limit of what follows. */
  note?: ReactNode
  /** Beside the heading, at its right: a legend, a toggle, a button. */
  aside?: ReactNode
  /** Directly after the heading, on its line: for example the opener of a drawer. */
  after?: ReactNode
  footer?: ReactNode
  level?: 2 | 3
  id?: string
  className?: string
  children?: ReactNode
}

/** A panel with a heading: one section of a page. */
export function Card({ title, note, aside, after, footer, level = 2, id, className, children }: CardProps) {
  const titleId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className={classNames(
        'min-w-0 rounded-lg border border-line bg-panel px-4 py-4 shadow-card sm:px-5 sm:py-4.5 print:px-4 print:py-3',
        className,
      )}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1.5">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-4 gap-y-1">
          <Heading id={titleId} className="font-semibold text-base tracking-[-0.005em]">
            {title}
          </Heading>
          {after}
        </div>
        {aside === undefined ? null : <div className="text-ink-3 text-xs">{aside}</div>}
      </div>
      {note === undefined ? null : <p className="mt-0.5 text-ink-3 text-xs">{note}</p>}
      {children === undefined ? null : <div className="mt-3">{children}</div>}
      {footer === undefined ? null : <div className="mt-3 border-line border-t pt-3 text-ink-3 text-xs">{footer}</div>}
    </section>
  )
}
