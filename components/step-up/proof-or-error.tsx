'use client'

import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { errorDigest } from '@/lib/presentation/error-digest'
import { stepUp } from '@/lib/queries/step-up'

type Props = { error: unknown; retry: () => void; children: ReactNode }

const REFUSALS: Readonly<Record<string, { title: string; text: string }>> = {
  forbidden: {
    title: 'The organization does not let you in from here',
    text: 'Its access rules name the networks, devices and ways of signing in that it accepts. An administrator of the organization can tell you which.',
  },
  'too-many-requests': {
    title: 'Too many requests',
    text: 'You asked for more in this minute than one person may. Wait a minute and load the page again.',
  },
}

/** For a page that failed: when all it lacks is a fresh proof, that is asked for, and a refusal is explained; any other failure is for `children`. */
export function ProofOrError({ error, retry, children }: Props) {
  const [busy, setBusy] = useState(false)
  const digest = errorDigest(error)
  const refusal = digest === null ? undefined : REFUSALS[digest]
  if (refusal) return <EmptyState title={refusal.title}>{refusal.text}</EmptyState>
  if (digest !== 'step-up') return children
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
