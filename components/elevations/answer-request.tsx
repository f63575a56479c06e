'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import type { Elevation } from '@/lib/model/elevation'
import { elevationLine, hoursText } from '@/lib/presentation/elevation'
import { useElevationAct } from '@/lib/queries/elevations'

type Props = { org: string; elevation: Elevation }

/** Approves or refuses somebody else's request, after showing once more what was asked. */
export function AnswerRequest({ org, elevation }: Props) {
  const { id, name, hours } = elevation
  const router = useRouter()
  const approve = useElevationAct(org, id, 'approve')
  const refuse = useElevationAct(org, id, 'refuse')
  const done = (close: () => void, title: string) => () => {
    close()
    showToast({ title, tone: 'good' })
    router.refresh()
  }
  return (
    <span className="flex justify-end gap-2">
      <ConfirmButton
        label="Approve…"
        buttonLabel={`Approve the request of ${name}`}
        variant="primary"
        size="sm"
        title={`Give ${name} a higher role?`}
        confirm="Approve"
        confirmVariant="primary"
        isBusy={approve.isPending}
        problem={approve.error}
        onConfirm={(close) => approve.mutate(undefined, { onSuccess: done(close, `Approved for ${hoursText(hours)}`) })}
      >
        <p>
          {elevationLine(elevation)}. It counts from their next request on, ends by itself, and is told to all
          administrators.
        </p>
        <p className="mt-2 [overflow-wrap:anywhere]">“{elevation.reason}”</p>
      </ConfirmButton>
      <ConfirmButton
        label="Refuse…"
        buttonLabel={`Refuse the request of ${name}`}
        size="sm"
        title={`Refuse the request of ${name}?`}
        confirm="Refuse"
        isBusy={refuse.isPending}
        problem={refuse.error}
        onConfirm={(close) => refuse.mutate(undefined, { onSuccess: done(close, 'Request refused') })}
      >
        <p>{elevationLine(elevation)}. Their role stays as it is; they can ask again.</p>
      </ConfirmButton>
    </span>
  )
}
