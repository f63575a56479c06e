'use client'

import { signIn } from 'next-auth/react'
import { Button } from '@/components/ui/button'
import type { ProofProvider } from '@/lib/model/account'

/** Leaves for the provider, which must ask anew who is there, and comes back to this page. */
export const ProviderProof = ({ provider: { id, name } }: { provider: ProofProvider }) => {
  const leave = () => void signIn(id, { callbackUrl: window.location.href }, { prompt: 'login', max_age: '0' })
  return (
    <>
      <Button onClick={leave}>Sign in again with {name}</Button>
      <p className="text-ink-3 text-xs">You come back to this page; then ask for it once more.</p>
    </>
  )
}
