'use client'

import { useEffect, useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Spinner } from '@/components/ui/spinner'
import { type PasskeyProblem, passkeyProblem } from '@/lib/queries/passkey-problem'
import { type ProofWays, proofWays } from '@/lib/queries/passkeys'
import { AddFirst } from './add-first'
import { ConfirmNow } from './confirm-now'
import { ProviderProof } from './provider-proof'

type Props = { why: string | undefined; onDone: (proven: boolean) => void }

/** Says why a proof is needed and takes one: a passkey, a new sign-in at a provider, or first a passkey to begin with. */
export function StepUpDialog({ why, onDone }: Props) {
  const [ways, setWays] = useState<ProofWays | null>(null)
  const [problem, setProblem] = useState<PasskeyProblem | null>(null)
  // Closing comes before the end, so that the focus goes back to where it was.
  const [proven, setProven] = useState(false)
  const load = () => proofWays().then(setWays, (error) => setProblem(passkeyProblem(error)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the dialog opens; afterwards only on failure
  useEffect(() => void load(), [])
  /** What was asked to be signed is used up by a failure, so new things are asked. */
  const failed = (error: unknown) => {
    setProblem(passkeyProblem(error))
    void load()
  }
  const started = () => setProblem(null)
  return (
    <Dialog open={!proven} onClose={() => onDone(proven)} size="sm" title="Confirm that it is you">
      <p className="text-ink-2">
        {why ?? 'This is a sensitive act and needs a fresh proof of who you are.'} It is good for five minutes.
      </p>
      {problem ? (
        <Callout tone="bad" className="mt-3" title={problem.title}>
          {problem.detail}
        </Callout>
      ) : null}
      <div className="mt-4 grid gap-2" aria-live="polite">
        {ways === null && problem === null ? (
          <p className="flex items-center gap-2 text-ink-2">
            <Spinner /> Looking for your passkeys…
          </p>
        ) : null}
        {ways?.options ? (
          <ConfirmNow options={ways.options} onStart={started} onProven={() => setProven(true)} onFailed={failed} />
        ) : null}
        {ways?.providers.map((provider) => (
          <ProviderProof key={provider.id} provider={provider} onStart={started} onFailed={failed} />
        ))}
        {ways && ways.options === null && ways.providers.length === 0 ? (
          <AddFirst onStart={started} onAdded={() => void load()} onFailed={failed} />
        ) : null}
      </div>
    </Dialog>
  )
}
