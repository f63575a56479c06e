'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import type { Deployment } from '@/lib/model/deployment'
import { useDeleteDeployment } from '@/lib/queries/deployments'
import { paths } from '@/lib/queries/paths'

/** Asks first; a deployment that holds records is refused by the server, which says what holds it. */
export function DeleteDeployment({ org, deployment: { id, name } }: { org: string; deployment: Deployment }) {
  const router = useRouter()
  const remove = useDeleteDeployment(org, id)
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        showToast({ title: `${name} deleted`, tone: 'good' })
        router.push(paths.deployments(org))
        router.refresh()
      },
    })
  return (
    <ConfirmButton
      label="Delete"
      variant="danger"
      title={`Delete ${name}?`}
      confirm="Delete"
      isBusy={remove.isPending}
      problem={remove.error}
      onConfirm={confirm}
    >
      Its layer dates go with it. This cannot be undone.
    </ConfirmButton>
  )
}
