import { Callout } from '@/components/ui/callout'

/** Why a capability was left out. */
export const NotApplicableNote = ({ reason }: { reason: string }) => (
  <Callout title="Not applicable">
    <p className="whitespace-pre-line">{reason}</p>
  </Callout>
)
