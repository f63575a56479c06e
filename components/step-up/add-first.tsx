'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { plainPost } from '@/lib/queries/api'
import { makePasskey } from '@/lib/queries/passkeys'

type Props = { onStart: () => void; onAdded: () => void; onFailed: (error: unknown) => void }

/** For whoever came by a link and has nothing to prove anything with yet. */
export function AddFirst({ onStart, onAdded, onFailed }: Props) {
  const [busy, setBusy] = useState(false)
  const add = () => {
    setBusy(true)
    onStart()
    makePasskey(plainPost)
      .then(onAdded, onFailed)
      .finally(() => setBusy(false))
  }
  return (
    <>
      <p className="text-ink-2">
        You have no passkey yet. Add one on this device, which takes a moment, and then confirm with it.
      </p>
      <Button variant="primary" busy={busy} onClick={add}>
        Add a passkey first
      </Button>
    </>
  )
}
