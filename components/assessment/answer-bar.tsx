import type { ReactNode } from 'react'
import type { Capability } from '@/lib/framework/capabilities'
import { OnwardLink } from './onward-link'

type Props = {
  previous: Capability | null
  next: Capability | null
  hrefOf: (capability: string) => string
  summaryHref: string
}

/** The way on, at hand wherever the page is scrolled to. */
export const AnswerBarLinks = ({ previous, next, hrefOf, summaryHref }: Props) => (
  <>
    {previous ? <OnwardLink href={hrefOf(previous.id)}>Back</OnwardLink> : null}
    <OnwardLink variant="primary" href={next ? hrefOf(next.id) : summaryHref} className="min-w-0 shrink">
      <span className="truncate">{next ? `Next: ${next.name}` : 'Next: summary'}</span>
    </OnwardLink>
  </>
)

type BarProps = { start?: ReactNode; status?: ReactNode; links: ReactNode }

export const AnswerBar = ({ start, status, links }: BarProps) => (
  <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-bg px-4 py-2.5 nav:-mx-1 nav:px-1 print:hidden">
    {start === undefined ? null : <div className="flex gap-2">{start}</div>}
    <div className="min-w-0 flex-1 text-sm">{status}</div>
    <div className="flex min-w-0 justify-end gap-2 max-md:w-full">{links}</div>
  </div>
)
