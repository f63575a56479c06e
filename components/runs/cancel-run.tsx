'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import { useCancelRun } from '@/lib/queries/connections'

/** Says what is lost before it is. */
export function CancelRun({ org, id }: { org: string; id: string }) {
  const router = useRouter()
  const cancel = useCancelRun(org, id)
  const confirm = (done: () => void) =>
    cancel.mutate(undefined, {
      onSuccess: () => {
        done()
        showToast({ title: 'The run is cancelled', tone: 'neutral' })
        router.refresh()
      },
    })
  return (
    <ConfirmButton
      label="Cancel the run"
      variant="danger"
      title="Cancel this run?"
      confirm="Cancel the run"
      isBusy={cancel.isPending}
      problem={cancel.error}
      onConfirm={confirm}
    >
      What it read is not judged, and findings stay as the run before left them.
    </ConfirmButton>
  )
}
