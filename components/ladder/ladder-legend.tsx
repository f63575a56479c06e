/** What ring and flag mean; leave one out and it is not shown. */
export const LadderLegend = ({ supported, target }: { supported?: string; target?: string }) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-xs">
    {supported === undefined ? null : (
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="size-2.5 rounded-full border-2 border-ink" />
        {supported}
      </li>
    )}
    {target === undefined ? null : (
      <li className="inline-flex items-center gap-1.5">
        <svg viewBox="0 0 10 14" aria-hidden="true" className="h-3.5 w-2.5 text-ink">
          <path d="M1 0v14" stroke="currentColor" strokeWidth="2" />
          <path d="M2 0.5 9 3.8 2 7Z" fill="currentColor" />
        </svg>
        {target}
      </li>
    )}
  </ul>
)
