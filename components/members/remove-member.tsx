'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import type { Member } from '@/lib/model/member'
import { useRemoveMember } from '@/lib/queries/members'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; member: Pick<Member, 'userId' | 'name' | 'source'> }

/** Ends a membership at once, after asking. */
export function RemoveMember({ org, member: { userId, name, source } }: Props) {
  const router = useRouter()
  const remove = useRemoveMember(org, userId)
  return (
    <ConfirmButton
      label="Remove…"
      variant="danger"
      title={`Remove ${name}?`}
      confirm="Remove the member"
      isBusy={remove.isPending}
      problem={remove.error}
      onConfirm={(done) =>
        remove.mutate(undefined, {
          onSuccess: () => {
            done()
            showToast({ title: `${name} is no member any more`, tone: 'good' })
            router.push(paths.members(org))
            router.refresh()
          },
        })
      }
    >
      <p>
        From the next request on this organization is closed to {name}. What they wrote stays, and so does their name
        beside it.
      </p>
      {source === 'single-sign-on' ? (
        <p className="mt-2">
          A group of the identity provider gives this membership: it comes back at the next sign-in unless the group is
          changed too.
        </p>
      ) : null}
    </ConfirmButton>
  )
}
