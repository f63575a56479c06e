'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { useEndOtherSessions } from '@/lib/queries/sessions'

/** Ends every session but this one. */
export function EndOtherSessions() {
  const router = useRouter()
  const end = useEndOtherSessions()
  const act = () =>
    end.mutate(undefined, {
      onSuccess: () => showToast({ title: 'Signed out everywhere else', tone: 'good' }),
      onError: ({ title, detail }) => showToast({ title, detail, tone: 'bad' }),
      onSettled: () => router.refresh(),
    })
  return (
    <Button size="sm" busy={end.isPending} onClick={act}>
      End all others
    </Button>
  )
}
