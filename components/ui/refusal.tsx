import { Callout } from './callout'

/** What a server refused, for a form: nothing was saved, why, and the request to ask about. */
export const Refusal = ({ title, detail, requestId }: { title: string; detail?: string; requestId?: string }) => (
  <Callout tone="bad" title={title}>
    {detail ?? 'Nothing was saved. Try again.'}{' '}
    {requestId ? <span className="text-ink-3">Request {requestId}</span> : null}
  </Callout>
)
