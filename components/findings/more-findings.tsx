import { buttonStyle } from '@/components/ui/button-style'
import { countText } from '@/lib/presentation/number'

type Props = {
  shown: number
  matching: { findings: number; exact: boolean }
  /** Null at the end of the list. */
  nextHref: string | null
  isBusy: boolean
  onMore: () => void
}

/** More of the same list: in place, or, without a script, the next page. */
export const MoreFindings = ({ shown, matching, nextHref, isBusy, onMore }: Props) => (
  <nav aria-label="Pages" className="mt-3 flex items-center justify-between gap-4 text-ink-3 text-sm print:hidden">
    <span className="tabular-nums">
      {countText(shown)} shown of {matching.exact ? '' : 'more than '}
      {countText(matching.findings)}
    </span>
    {nextHref === null ? null : (
      <a
        href={nextHref}
        rel="next"
        aria-busy={isBusy || undefined}
        className={buttonStyle({ size: 'sm' })}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          if (!isBusy) onMore()
        }}
      >
        {isBusy ? 'Loading…' : 'Show more'}
      </a>
    )}
  </nav>
)
