'use client'

import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { errorDigest } from '@/lib/presentation/error-digest'
import { stepUp } from '@/lib/queries/step-up'

type Props = { error: unknown; retry: () => void; children: ReactNode }

/** For a page that failed: when all it lacks is a fresh proof, that is asked for; any other failure is for `children`. */
export function ProofOrError({ error, retry, children }: Props) {
  const [busy, setBusy] = useState(false)
  if (errorDigest(error) !== 'step-up') return children
  const confirm = async () => {
    setBusy(true)
    if (await stepUp('This page needs a fresh proof of who you are.')) retry()
    setBusy(false)
  }
  return (
    <EmptyState
      title="Confirm that it is you"
      actions={
        <Button variant="primary" busy={busy} onClick={() => void confirm()}>
          Confirm
        </Button>
      }
    >
      This page needs a fresh proof of who you are, because of something unusual in this session or of a rule of the
      organization.
    </EmptyState>
  )
}
