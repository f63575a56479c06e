import type { ReactNode } from 'react'

/** Wraps skeletons and says, once, what is loading. */
export const LoadingRegion = ({ label, children }: { label: string; children: ReactNode }) => (
  <div role="status">
    <span className="sr-only">{label}</span>
    {children}
  </div>
)
