'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { useChangeConnection } from '@/lib/queries/connections'

/** Stops a connection's schedule without losing anything, or lets it go on. */
export function PauseConnection({ org, id, isPaused }: { org: string; id: string; isPaused: boolean }) {
  const router = useRouter()
  const change = useChangeConnection(org, id)
  const toggle = () =>
    change.mutate(
      { paused: !isPaused },
      {
        onSuccess: () => {
          showToast({ title: isPaused ? 'It is read again' : 'Paused: it is not read any more', tone: 'neutral' })
          router.refresh()
        },
        onError: ({ title, detail }) => showToast({ title: detail ?? title, tone: 'bad' }),
      },
    )
  return (
    <Button busy={change.isPending} onClick={toggle}>
      {isPaused ? 'Resume' : 'Pause'}
    </Button>
  )
}
