'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { showToast } from '@/components/ui/toast-store'
import type { Deployment } from '@/lib/model/deployment'
import { useDeleteDeployment } from '@/lib/queries/deployments'
import { paths } from '@/lib/queries/paths'

/** Asks first; a deployment that holds records is refused by the server, which says what holds it. */
export function DeleteDeployment({ org, deployment }: { org: string; deployment: Deployment }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const remove = useDeleteDeployment(org, deployment.id)
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        showToast({ title: `${deployment.name} deleted`, tone: 'good' })
        router.push(paths.deployments(org))
        router.refresh()
      },
    })
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        size="sm"
        title={`Delete ${deployment.name}?`}
        footer={
          <>
            <Button data-close>Keep it</Button>
            <Button variant="danger" disabled={remove.isPending} onClick={confirm}>
              Delete
            </Button>
          </>
        }
      >
        <p className="text-ink-2 text-sm">Its layer dates go with it. This cannot be undone.</p>
        {remove.error ? (
          <Callout tone="bad" className="mt-3" title={remove.error.title}>
            {remove.error.detail}
          </Callout>
        ) : null}
      </Dialog>
    </>
  )
}
