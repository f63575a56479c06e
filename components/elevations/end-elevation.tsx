'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { useElevationAct } from '@/lib/queries/elevations'

type Props = { org: string; id: string; label: string; buttonLabel?: string }

/** Ends what was lent, or withdraws what was asked. Taking power away needs no second thought. */
export function EndElevation({ org, id, label, buttonLabel }: Props) {
  const router = useRouter()
  const end = useElevationAct(org, id, 'end')
  return (
    <Button
      size="sm"
      aria-label={buttonLabel}
      busy={end.isPending}
      onClick={() =>
        end.mutate(undefined, {
          onSuccess: ({ state }) => {
            showToast({
              title: state === 'withdrawn' ? 'Request withdrawn' : 'The higher role has ended',
              tone: 'good',
            })
            router.refresh()
          },
          onError: ({ title, detail }) => showToast({ title, detail, tone: 'bad' }),
        })
      }
    >
      {label}
    </Button>
  )
}
