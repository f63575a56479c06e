/** A turning ring for work in progress; silent, so the words beside it must say what is going on. */
export const Spinner = () => (
  <span
    aria-hidden="true"
    className="inline-block size-3.5 shrink-0 animate-spin rounded-full border-2 border-current border-r-transparent motion-reduce:border-dotted"
  />
)
