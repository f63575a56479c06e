'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import type { GroupRole } from '@/lib/model/group-role'
import { useRemoveGroupRole } from '@/lib/queries/access-rules'

/** Asks first, and says when it bites. */
export function RemoveGroupRole({ org, item: { id, group, role } }: { org: string; item: GroupRole }) {
  const router = useRouter()
  const remove = useRemoveGroupRole(org, id)
  const confirm = (done: () => void) =>
    remove.mutate(undefined, {
      onSuccess: () => {
        done()
        showToast({ title: `${group} gives no role any more`, tone: 'good' })
        router.refresh()
      },
    })
  return (
    <ConfirmButton
      label="Remove"
      buttonLabel={`Remove ${group}`}
      size="sm"
      title={`Let ${group} give no role?`}
      confirm="Remove"
      isBusy={remove.isPending}
      problem={remove.error}
      onConfirm={confirm}
    >
      Its people lose the role {role} at their next single sign-on. To end somebody’s access now, remove them from the
      members.
    </ConfirmButton>
  )
}
