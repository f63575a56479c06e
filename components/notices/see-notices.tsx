'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { useSeeNotices } from '@/lib/queries/members'

/** Marks what is shown as seen, by this administrator only. */
export function SeeNotices({ org, until }: { org: string; until: string }) {
  const router = useRouter()
  const see = useSeeNotices(org)
  return (
    <Button
      size="sm"
      busy={see.isPending}
      onClick={() =>
        see.mutate(until, {
          onSuccess: () => router.refresh(),
          onError: ({ title, detail }) => showToast({ title, detail, tone: 'bad' }),
        })
      }
    >
      Mark as seen
    </Button>
  )
}
