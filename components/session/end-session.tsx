'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { useEndSession } from '@/lib/queries/sessions'

/** Ends a session elsewhere. Nothing is lost by it, so nothing is asked. */
export function EndSession({ id, browser }: { id: string; browser: string }) {
  const router = useRouter()
  const end = useEndSession(id)
  const act = () =>
    end.mutate(undefined, {
      onSuccess: () => showToast({ title: `Signed out of ${browser}`, tone: 'good' }),
      onError: ({ title, detail }) => showToast({ title, detail, tone: 'bad' }),
      onSettled: () => router.refresh(),
    })
  return (
    <Button size="sm" busy={end.isPending} aria-label={`End the session in ${browser}`} onClick={act}>
      End
    </Button>
  )
}
