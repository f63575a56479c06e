'use client'

import KeyRound from 'lucide-react/icons/key-round'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { type PasskeyProblem, passkeyProblem } from '@/lib/queries/passkey-problem'
import { signInWithPasskey } from '@/lib/queries/passkeys'

/** Lets the browser ask which passkey to use, and leads on to `next` once it has signed. */
export function PasskeySignIn({ next }: { next: string }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<PasskeyProblem | null>(null)
  const signIn = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await signInWithPasskey()
      window.location.assign(next)
    } catch (error) {
      setProblem(passkeyProblem(error))
      setBusy(false)
    }
  }
  return (
    <div className="grid gap-3">
      <Button variant="primary" busy={busy} onClick={() => void signIn()} className="h-11 w-full text-md">
        {busy ? null : <KeyRound aria-hidden="true" />}
        {busy ? 'Waiting for your passkey…' : 'Sign in with a passkey'}
      </Button>
      <div role="alert" className="empty:hidden">
        {problem ? (
          <Callout tone="bad" title={problem.title}>
            {problem.detail}
          </Callout>
        ) : null}
      </div>
    </div>
  )
}
