'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { showToast } from '@/components/ui/toast-store'
import type { Passkey } from '@/lib/model/passkey'
import { passkeyProblem } from '@/lib/queries/passkey-problem'
import { useRemovePasskey } from '@/lib/queries/passkeys'

type Props = { passkey: Passkey; isLastWay: boolean }

/** Asks first, and warns whoever would lock themselves out. */
export function RemovePasskey({ passkey: { id, name }, isLastWay }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const remove = useRemovePasskey(id)
  const problem = remove.error ? passkeyProblem(remove.error) : null
  const confirm = () =>
    remove.mutate(
      { evenLast: isLastWay },
      {
        onSuccess: () => {
          setOpen(false)
          showToast({ title: `Passkey “${name}” removed`, tone: 'good' })
          router.refresh()
        },
      },
    )
  const footer = (
    <>
      <Button data-close>Keep it</Button>
      <Button variant="danger" busy={remove.isPending} onClick={confirm}>
        {isLastWay ? 'Remove my last way in' : 'Remove'}
      </Button>
    </>
  )
  return (
    <>
      <Button size="sm" aria-label={`Remove ${name}`} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Remove
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} size="sm" title={`Remove “${name}”?`} footer={footer}>
        {isLastWay ? (
          <Callout tone="warn" className="mb-3" title="This is your last way to sign in">
            Without it only a new sign-in link from an administrator brings you back. Add another passkey first.
          </Callout>
        ) : null}
        <p className="text-ink-2">
          It signs nobody in any more. Sessions it opened go on until they end; end them below. Delete it from your
          device too, which keeps it otherwise.
        </p>
        {problem ? (
          <Callout tone="bad" className="mt-3" title={problem.title}>
            {problem.detail}
          </Callout>
        ) : null}
      </Dialog>
    </>
  )
}
