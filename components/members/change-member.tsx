'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Refusal } from '@/components/ui/refusal'
import { showToast } from '@/components/ui/toast-store'
import type { Member } from '@/lib/model/member'
import { endOfDay } from '@/lib/presentation/member'
import type { RoleChoice } from '@/lib/presentation/role'
import { useChangeMember } from '@/lib/queries/members'
import { EndField } from './end-field'
import { RoleField } from './role-field'

type Props = {
  org: string
  member: Pick<Member, 'userId' | 'name' | 'role' | 'expiresAt'>
  roles: readonly RoleChoice[]
  days: { first: string; last: string; offered: string }
}

/** Role and end date, from the member's next request on. */
export function ChangeMember({ org, member, roles, days }: Props) {
  const router = useRouter()
  const keptDay = member.expiresAt?.slice(0, 10) ?? ''
  const [role, setRole] = useState(member.role)
  const [lastDay, setLastDay] = useState(keptDay)
  const change = useChangeMember(org, member.userId)
  const reason = (field: string) => change.error?.problems.find((p) => p.field === field)?.reason
  const elsewhere = change.error && change.error.problems.length === 0 ? change.error : null
  const isSame = role === member.role && lastDay === keptDay

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const end = lastDay === keptDay ? {} : { expiresAt: lastDay === '' ? null : endOfDay(lastDay) }
    change.mutate(
      { ...(role === member.role ? {} : { role }), ...end },
      {
        onSuccess: () => {
          showToast({ title: 'Membership changed', detail: 'It counts from the next request on.', tone: 'good' })
          router.refresh()
        },
      },
    )
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {elsewhere ? <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} /> : null}
      <div className="grid gap-4">
        <RoleField
          choices={roles}
          value={role}
          error={reason('role')}
          onChange={(next) => {
            setRole(next)
            if (next === 'auditor' && lastDay === '') setLastDay(days.offered)
          }}
        />
        <EndField
          role={role}
          value={lastDay}
          min={days.first}
          max={days.last}
          error={reason('expiresAt')}
          onChange={setLastDay}
        />
      </div>
      <div>
        <Button type="submit" variant="primary" disabled={isSame} busy={change.isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}
