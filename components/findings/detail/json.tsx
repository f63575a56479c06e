/** Facts as they are kept, to be read and compared. */
export const Json = ({ value, label }: { value: unknown; label: string }) => (
  <section
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    tabIndex={0}
    className="mt-3 max-h-96 overflow-auto rounded-md bg-band px-3 py-2"
  >
    <pre className="font-mono text-xs leading-5">{JSON.stringify(value, null, 2)}</pre>
  </section>
)
