'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import type { Removal } from '@/lib/model/removal'
import { countText } from '@/lib/presentation/number'
import { plannedText, plannedTotal, removalLine, spanText } from '@/lib/presentation/retention'
import { useConfirmRemoval } from '@/lib/queries/retention'

/** Agreement to the numbers of a report; of a removal that was interrupted, the way on. */
export function AgreeToRemoval({ org, removal }: { org: string; removal: Removal }) {
  const router = useRouter()
  const confirm = useConfirmRemoval(org, removal)
  const total = plannedTotal(removal.report)
  if (total === 0) return null
  const isGoing = removal.state === 'removing'
  const act = isGoing ? 'Go on removing' : `Remove ${countText(total)} ${total === 1 ? 'record' : 'records'}`
  return (
    <div className="mt-4">
      <ConfirmButton
        label={act}
        variant="danger"
        title={`${act}?`}
        confirm={act}
        isBusy={confirm.isPending}
        problem={confirm.error}
        onConfirm={(done) =>
          confirm.mutate(undefined, {
            onSuccess: (ended) => {
              done()
              const isDone = ended.state === 'done'
              const title = isDone ? 'Removed' : 'Stopped by a legal hold'
              showToast({ title, detail: removalLine(ended), tone: isDone ? 'good' : 'neutral' })
              router.refresh()
            },
            onSettled: () => router.refresh(),
          })
        }
      >
        <p>Gone for good, and not in any backup that is made from now on:</p>
        <ul className="mt-2 list-disc pl-5">
          {removal.report.kinds
            .filter(({ records }) => records > 0)
            .map((one) => (
              <li key={one.kind}>
                {plannedText(one)}, {spanText(one)}
              </li>
            ))}
        </ul>
        <p className="mt-2">Refused when anything has changed since the report.</p>
      </ConfirmButton>
    </div>
  )
}
