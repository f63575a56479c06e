'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { LinkButton } from '@/components/ui/link-button'
import { showToast } from '@/components/ui/toast-store'
import type { Member } from '@/lib/model/member'
import { useKeepMembers, useRemoveMember } from '@/lib/queries/members'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; member: Pick<Member, 'userId' | 'name' | 'hasEnded'>; isOwn: boolean }

/** What can be decided about one membership: it stays, it changes, it ends. Of one’s own, the first at most. */
export function ReviewActs({ org, member: { userId, name, hasEnded }, isOwn }: Props) {
  const router = useRouter()
  const keep = useKeepMembers(org)
  const remove = useRemoveMember(org, userId)
  const decided = (title: string) => () => {
    showToast({ title, tone: 'good' })
    router.refresh()
  }
  return (
    <span className="flex justify-end gap-2">
      {hasEnded ? null : (
        <Button
          size="sm"
          aria-label={`Keep ${name}`}
          busy={keep.isPending}
          onClick={() =>
            keep.mutate([userId], {
              onSuccess: decided(`${name} stays`),
              onError: ({ title, detail }) => showToast({ title, detail, tone: 'bad' }),
            })
          }
        >
          Keep
        </Button>
      )}
      {isOwn ? null : (
        <>
          <LinkButton size="sm" href={paths.member(org, userId)} aria-label={`Change the role or end date of ${name}`}>
            Change
          </LinkButton>
          <ConfirmButton
            label="Remove…"
            buttonLabel={`Remove ${name}`}
            variant="danger"
            size="sm"
            title={`Remove ${name}?`}
            confirm="Remove the member"
            isBusy={remove.isPending}
            problem={remove.error}
            onConfirm={(done) =>
              remove.mutate(undefined, {
                onSuccess: () => {
                  done()
                  decided(`${name} is no member any more`)()
                },
              })
            }
          >
            <p>From the next request on this organization is closed to {name}.</p>
          </ConfirmButton>
        </>
      )}
    </span>
  )
}
