'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import { useDeleteAssessment } from '@/lib/queries/assessments'
import { paths } from '@/lib/queries/paths'

export function DeleteAssessment({
  org,
  assessment: { id, name },
}: {
  org: string
  assessment: { id: string; name: string }
}) {
  const router = useRouter()
  const remove = useDeleteAssessment(org, id)
  return (
    <ConfirmButton
      label="Delete…"
      variant="quiet"
      title={`Delete ${name}?`}
      confirm="Delete the draft"
      isBusy={remove.isPending}
      problem={remove.error}
      onConfirm={(done) =>
        remove.mutate(undefined, {
          onSuccess: () => {
            done()
            showToast({ title: `${name} deleted`, tone: 'good' })
            router.push(paths.assessments(org))
            router.refresh()
          },
        })
      }
    >
      Its answers and their evidence go with it. This cannot be undone.
    </ConfirmButton>
  )
}
