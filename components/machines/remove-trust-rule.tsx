'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { showToast } from '@/components/ui/toast-store'
import { useRemoveTrustRule } from '@/lib/queries/machines'

type Props = { org: string; rule: { id: string; name: string } }

/** Asks first, and says what ends with it. */
export function RemoveTrustRule({ org, rule: { id, name } }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const remove = useRemoveTrustRule(org, id)
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        setOpen(false)
        showToast({ title: `${name} is trusted no longer`, tone: 'good' })
        router.refresh()
      },
    })
  return (
    <>
      <Button size="sm" aria-label={`Remove ${name}`} onClick={() => setOpen(true)}>
        Remove
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        size="sm"
        title={`Trust ${name} no longer?`}
        footer={
          <>
            <Button data-close>Keep it</Button>
            <Button variant="danger" busy={remove.isPending} onClick={confirm}>
              Remove
            </Button>
          </>
        }
      >
        <p className="text-left text-ink-2 text-sm">
          Its tokens are exchanged no longer, and access tokens that were issued under this rule end at once.
        </p>
        {remove.error ? (
          <Callout tone="bad" className="mt-3 text-left" title={remove.error.title}>
            {remove.error.detail}
          </Callout>
        ) : null}
      </Dialog>
    </>
  )
}
