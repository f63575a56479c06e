'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { ProofProvider } from '@/lib/model/account'
import { goToProvider } from '@/lib/queries/single-sign-on'

type Props = { provider: ProofProvider; onStart: () => void; onFailed: (error: unknown) => void }

/** Leaves for the provider, which must ask anew who is there, and comes back to this page. */
export function ProviderProof({ provider: { id, name }, onStart, onFailed }: Props) {
  const [leaving, setLeaving] = useState(false)
  const leave = () => {
    const { pathname, search } = window.location
    setLeaving(true)
    onStart()
    goToProvider(id, { returnTo: `${pathname}${search}`, fresh: true }).catch((error) => {
      setLeaving(false)
      onFailed(error)
    })
  }
  return (
    <>
      <Button busy={leaving} onClick={leave}>
        Sign in again with {name}
      </Button>
      <p className="text-ink-3 text-xs">You come back to this page; then ask for it once more.</p>
    </>
  )
}
