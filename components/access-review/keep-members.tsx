'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { useKeepMembers } from '@/lib/queries/members'

type Props = { org: string; userIds: readonly string[]; onKept: () => void }

/** Keeps everybody who was chosen, all of them or none. */
export function KeepMembers({ org, userIds, onKept }: Props) {
  const router = useRouter()
  const keep = useKeepMembers(org)
  const submit = () =>
    keep.mutate(userIds, {
      onSuccess: ({ kept }) => {
        onKept()
        showToast({ title: kept === 1 ? 'One membership stays' : `${kept} memberships stay`, tone: 'good' })
        router.refresh()
      },
      onError: ({ title, detail }) => showToast({ title, detail, tone: 'bad' }),
    })
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3 print:hidden">
      <Button variant="primary" disabled={userIds.length === 0} busy={keep.isPending} onClick={submit}>
        Keep {userIds.length === 0 ? 'those chosen' : userIds.length}
      </Button>
      <span className="text-ink-3 text-sm">
        Keeping says that the membership is still needed as it is. The next review is counted from then.
      </span>
    </div>
  )
}
