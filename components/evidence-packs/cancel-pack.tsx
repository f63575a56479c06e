'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import { useCancelPack } from '@/lib/queries/evidence-packs'

/** Says what is lost before it is. */
export function CancelPack({ org, id }: { org: string; id: string }) {
  const router = useRouter()
  const cancel = useCancelPack(org, id)
  const confirm = (done: () => void) =>
    cancel.mutate(undefined, {
      onSuccess: () => {
        done()
        showToast({ title: 'The pack is cancelled', tone: 'neutral' })
        router.refresh()
      },
    })
  return (
    <ConfirmButton
      label="Cancel the pack"
      variant="danger"
      title="Cancel this pack?"
      confirm="Cancel the pack"
      isBusy={cancel.isPending}
      problem={cancel.error}
      onConfirm={confirm}
    >
      What was built of it is removed. It can be asked for again.
    </ConfirmButton>
  )
}
