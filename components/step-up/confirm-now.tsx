'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { type ProofWays, prove } from '@/lib/queries/passkeys'

type Props = {
  options: NonNullable<ProofWays['options']>
  onStart: () => void
  onProven: () => void
  onFailed: (error: unknown) => void
}

/** Takes the proof: what is to be signed is here already, so the browser asks at once. */
export function ConfirmNow({ options, onStart, onProven, onFailed }: Props) {
  const [busy, setBusy] = useState(false)
  const confirm = () => {
    setBusy(true)
    onStart()
    prove(options)
      .then(onProven, onFailed)
      .finally(() => setBusy(false))
  }
  return (
    <Button variant="primary" busy={busy} onClick={confirm}>
      Confirm with your passkey
    </Button>
  )
}
