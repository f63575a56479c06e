'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { useRevokeAccessToken } from '@/lib/queries/machines'

type Props = { org: string; token: { id: string; subject: string } }

/** Ends it without asking: its machine gets another one when it may. */
export function RevokeAccessToken({ org, token: { id, subject } }: Props) {
  const router = useRouter()
  const revoke = useRevokeAccessToken(org, id)
  const act = () =>
    revoke.mutate(undefined, {
      onSuccess: () => {
        showToast({ title: 'Access token ended', detail: subject, tone: 'good' })
        router.refresh()
      },
      onError: ({ title, detail }) => showToast({ title, detail, tone: 'bad' }),
    })
  return (
    <Button size="sm" busy={revoke.isPending} aria-label={`End the access token of ${subject}`} onClick={act}>
      End
    </Button>
  )
}
