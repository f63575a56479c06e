import { buttonStyle } from './button-style'
import { IntentLink } from './intent-link'

type PaginationProps = {
  label?: string
  /** What is shown, in words: `1 to 50 of 137`. */
  summary: string
  /** null on the first page. */
  firstHref: string | null
  /** null on the last page. */
  nextHref: string | null
}

/** Pages by cursor: forward and back to the first; earlier pages are the browser's back. */
export const Pagination = ({ label = 'Pages', summary, firstHref, nextHref }: PaginationProps) => (
  <nav aria-label={label} className="mt-3 flex items-center justify-between gap-4 text-ink-3 text-sm print:hidden">
    <span className="tabular-nums">{summary}</span>
    <span className="flex gap-2">
      {firstHref === null ? null : (
        <IntentLink href={firstHref} className={buttonStyle({ size: 'sm' })}>
          First
        </IntentLink>
      )}
      {nextHref === null ? null : (
        <IntentLink href={nextHref} rel="next" className={buttonStyle({ size: 'sm' })}>
          Next
        </IntentLink>
      )}
    </span>
  </nav>
)
