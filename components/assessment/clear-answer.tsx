'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import type { AnswerPlace } from '@/lib/queries/answers'
import { useDeleteAnswer } from '@/lib/queries/answers'

type Props = { place: AnswerPlace; capability: string; onCleared: () => void }

/** Takes an answer back, so that the capability counts as not assessed. */
export function ClearAnswer({ place, capability, onCleared }: Props) {
  const router = useRouter()
  const remove = useDeleteAnswer(place)
  return (
    <ConfirmButton
      label="Clear…"
      variant="quiet"
      title={`Clear the answer for ${capability}?`}
      confirm="Clear the answer"
      isBusy={remove.isPending}
      problem={remove.error}
      onConfirm={(done) =>
        remove.mutate(undefined, {
          onSuccess: () => {
            onCleared()
            done()
            router.refresh()
          },
        })
      }
    >
      Its rationale and its evidence go with it. The capability counts as not assessed until it is answered again.
    </ConfirmButton>
  )
}
