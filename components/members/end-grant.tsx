'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import { useEndEngagement } from '@/lib/queries/audit-engagements'

/** Ends a grant at once, after asking. */
export function EndGrant({ org, id, name }: { org: string; id: string; name: string }) {
  const router = useRouter()
  const end = useEndEngagement(org, id)
  return (
    <ConfirmButton
      label="End…"
      buttonLabel={`End… ${name}`}
      size="sm"
      title={`End ${name}?`}
      confirm="End the grant"
      isBusy={end.isPending}
      problem={end.error}
      onConfirm={(done) =>
        end.mutate(undefined, {
          onSuccess: () => {
            done()
            showToast({ title: 'The grant has ended', tone: 'good' })
            router.refresh()
          },
        })
      }
    >
      <p>From the next request on the auditor sees nothing of it. It opens nothing else to them.</p>
    </ConfirmButton>
  )
}
