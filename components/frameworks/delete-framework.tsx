'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import { useDeleteFramework } from '@/lib/queries/frameworks'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; id: string; name: string }

/** Removes a framework that no audit is about, after asking. */
export function DeleteFramework({ org, id, name }: Props) {
  const router = useRouter()
  const remove = useDeleteFramework(org, id)
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        showToast({ title: `${name} deleted`, tone: 'good' })
        router.push(paths.frameworks(org))
        router.refresh()
      },
    })
  return (
    <ConfirmButton
      label="Delete"
      variant="danger"
      title={`Delete ${name}?`}
      confirm="Delete the framework"
      isBusy={remove.isPending}
      problem={remove.error}
      onConfirm={confirm}
    >
      <p>Its requirements, what they are mapped to and its file go with it and do not come back.</p>
    </ConfirmButton>
  )
}
