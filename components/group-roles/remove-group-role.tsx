'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { showToast } from '@/components/ui/toast-store'
import type { GroupRole } from '@/lib/model/group-role'
import { useRemoveGroupRole } from '@/lib/queries/access-rules'

/** Asks first, and says when it bites. */
export function RemoveGroupRole({ org, item }: { org: string; item: GroupRole }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const remove = useRemoveGroupRole(org, item.id)
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        setOpen(false)
        showToast({ title: `${item.group} gives no role any more`, tone: 'good' })
        router.refresh()
      },
    })
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)} aria-label={`Remove ${item.group}`}>
        Remove
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        size="sm"
        title={`Let ${item.group} give no role?`}
        footer={
          <>
            <Button data-close>Keep it</Button>
            <Button variant="danger" busy={remove.isPending} onClick={confirm}>
              Remove
            </Button>
          </>
        }
      >
        <p className="text-ink-2 text-sm">
          Its people lose the role {item.role} at their next single sign-on. To end somebody’s access now, remove them
          from the members.
        </p>
        {remove.error ? (
          <Callout tone="bad" className="mt-3" title={remove.error.title}>
            {remove.error.detail}
          </Callout>
        ) : null}
      </Dialog>
    </>
  )
}
