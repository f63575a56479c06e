'use client'

import { Button } from './button'
import { showToast } from './toast-store'

/** Text to be copied into a file or a terminal. */
export function Snippet({ label, text }: { label: string; text: string }) {
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => showToast({ title: 'Copied', tone: 'good' }),
      // Without permission for the clipboard the text can still be selected.
      () => showToast({ title: 'The browser does not let us copy: select the text instead', tone: 'neutral' }),
    )
  return (
    <figure className="min-w-0 rounded-lg border border-line bg-bg">
      <figcaption className="flex items-center justify-between gap-3 border-line border-b px-3 py-1.5 text-ink-2 text-xs">
        {label}
        <Button size="sm" onClick={() => void copy()}>
          Copy
        </Button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto px-3 py-2.5 font-mono text-xs leading-relaxed">
        {text}
      </pre>
    </figure>
  )
}
