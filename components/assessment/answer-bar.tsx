import type { ReactNode } from 'react'
import type { Capability } from '@/lib/framework/capabilities'
import { OnwardLink } from './onward-link'

type Props = {
  previous: Capability | null
  next: Capability | null
  hrefOf: (capability: string) => string
  summaryHref: string
}

export const AnswerBarLinks = ({ previous, next, hrefOf, summaryHref }: Props) => (
  <>
    {previous ? <OnwardLink href={hrefOf(previous.id)}>Back</OnwardLink> : null}
    <OnwardLink variant="primary" href={next ? hrefOf(next.id) : summaryHref} className="min-w-0 shrink">
      <span className="truncate">
        Next<span className="max-md:sr-only">: {next ? next.name : 'summary'}</span>
      </span>
    </OnwardLink>
  </>
)

type BarProps = { status?: ReactNode; links: ReactNode }

/** Stays in sight at the foot of the page: whether the answer is saved, and the way on. */
export const AnswerBar = ({ status, links }: BarProps) => (
  <div className="sticky bottom-0 z-10 -mx-4 flex items-center gap-x-4 border-line border-t bg-bg px-4 py-2.5 nav:-mx-1 nav:px-1 print:hidden">
    <div className="min-w-0 flex-1 text-sm">{status}</div>
    <div className="flex min-w-0 justify-end gap-2">{links}</div>
  </div>
)
