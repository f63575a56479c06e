'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import type { Member } from '@/lib/model/member'
import { useEndMemberSessions } from '@/lib/queries/members'

type Props = { org: string; member: Pick<Member, 'userId' | 'name'> }

/** Ends all of a member's sessions at once. */
export function EndSessions({ org, member: { userId, name } }: Props) {
  const router = useRouter()
  const end = useEndMemberSessions(org, userId)
  return (
    <ConfirmButton
      label="End all sessions…"
      variant="danger"
      size="sm"
      title={`End every session of ${name}?`}
      confirm="End the sessions"
      isBusy={end.isPending}
      problem={end.error}
      onConfirm={(done) =>
        end.mutate(undefined, {
          onSuccess: ({ ended }) => {
            done()
            showToast({ title: ended === 1 ? 'One session ended' : `${ended} sessions ended`, tone: 'good' })
            router.refresh()
          },
        })
      }
    >
      <p>
        They end at the next request, wherever they are, and so do sign-in links that wait. {name} can sign in again
        with what they have; to keep them out, remove the member.
      </p>
    </ConfirmButton>
  )
}
