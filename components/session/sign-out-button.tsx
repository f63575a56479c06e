'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Ends the session on the server, then leaves. */
export function SignOutButton() {
  const [failed, setFailed] = useState(false)
  async function signOut(): Promise<void> {
    try {
      const csrf = await fetch('/api/auth/csrf').then((answer): Promise<{ csrfToken: string }> => answer.json())
      const body = new URLSearchParams({ csrfToken: csrf.csrfToken, json: 'true' })
      const answer = await fetch('/api/auth/signout', { method: 'POST', body })
      if (!answer.ok) throw new Error(`sign-out answered ${answer.status}`)
      window.location.assign('/sign-in')
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <Button size="sm" onClick={() => void signOut()}>
        Sign out
      </Button>
      {failed ? (
        <p role="alert" className="mt-1 text-bad text-xs">
          You are still signed in: the server did not answer. Try again.
        </p>
      ) : null}
    </>
  )
}
