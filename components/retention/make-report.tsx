'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { usePlanRemoval } from '@/lib/queries/retention'

/** Counts what is past its time today; removes nothing. */
export function MakeReport({ org, isAgain }: { org: string; isAgain: boolean }) {
  const router = useRouter()
  const plan = usePlanRemoval(org)
  return (
    <Button
      size="sm"
      busy={plan.isPending}
      onClick={() =>
        plan.mutate(undefined, {
          onSuccess: () => router.refresh(),
          onError: ({ title, detail }) => showToast({ title, detail, tone: 'bad' }),
        })
      }
    >
      {isAgain ? 'Make a new report' : 'Make a report'}
    </Button>
  )
}
