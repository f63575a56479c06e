import { Callout } from '@/components/ui/callout'

/** Why a capability was left out. */
export const NotApplicableNote = ({ reason, hint }: { reason: string; hint?: string }) => (
  <Callout title="Not applicable">
    <p className="whitespace-pre-line">{reason}</p>
    {hint === undefined ? null : <p className="mt-1 text-ink-3 text-xs">{hint}</p>}
  </Callout>
)
