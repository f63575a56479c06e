'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import type { Member } from '@/lib/model/member'
import { useOpenWholeOrganization } from '@/lib/queries/audit-engagements'

type Props = { org: string; member: Pick<Member, 'userId' | 'name'> }

/** The one act that widens what an auditor sees, after asking. */
export function OpenWholeOrganization({ org, member: { userId, name } }: Props) {
  const router = useRouter()
  const open = useOpenWholeOrganization(org, userId)
  return (
    <ConfirmButton
      label="Open everything…"
      size="sm"
      title={`Let ${name} see the whole organization?`}
      confirm="Open the organization"
      isBusy={open.isPending}
      problem={open.error}
      onConfirm={(done) =>
        open.mutate(undefined, {
          onSuccess: () => {
            done()
            showToast({ title: `${name} sees the whole organization`, tone: 'good' })
            router.refresh()
          },
        })
      }
    >
      <p>
        The grants that hold {name} to less end, and everything an auditor may read is open until the membership ends.
      </p>
    </ConfirmButton>
  )
}
