import type { ReactNode } from 'react'

/** A key of the keyboard. */
export const Kbd = ({ children }: { children: ReactNode }) => (
  <kbd className="inline-block min-w-4.5 rounded-xs border border-line-strong px-1 text-center font-sans text-2xs text-ink-3 leading-4">
    {children}
  </kbd>
)
