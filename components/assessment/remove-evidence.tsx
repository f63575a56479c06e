'use client'

import X from 'lucide-react/icons/x'
import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { useDeleteEvidence } from '@/lib/queries/evidence'

export function RemoveEvidence({ org, id, title }: { org: string; id: string; title: string }) {
  const router = useRouter()
  const remove = useDeleteEvidence(org, id)
  return (
    <ConfirmButton
      label={<X aria-hidden="true" />}
      buttonLabel={`Remove ${title}`}
      variant="quiet"
      size="sm"
      title="Remove this evidence?"
      confirm="Remove it"
      isBusy={remove.isPending}
      problem={remove.error}
      onConfirm={(done) =>
        remove.mutate(undefined, {
          onSuccess: () => {
            done()
            router.refresh()
          },
        })
      }
    >
      “{title}” no longer backs this answer.
    </ConfirmButton>
  )
}
