'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Refusal } from '@/components/ui/refusal'
import { TextField } from '@/components/ui/text-field'
import type { Role } from '@/lib/model/actor'
import type { Invited } from '@/lib/model/member'
import { endOfDay } from '@/lib/presentation/member'
import type { RoleChoice } from '@/lib/presentation/role'
import { useInviteMember } from '@/lib/queries/members'
import { EndField } from './end-field'
import { RoleField } from './role-field'

export type InviteFormProps = {
  org: string
  roles: readonly RoleChoice[]
  /** Tomorrow, the last day an auditor can be given, and the one they are offered. */
  days: { first: string; last: string; offered: string }
  onInvited: (invited: Invited) => void
}

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

/** Who is asked in, as what and until when. The server judges; its reasons stand beside the fields they are about. */
export function InviteForm({ org, roles, days, onInvited }: InviteFormProps) {
  const [role, setRole] = useState<Role>('viewer')
  const [lastDay, setLastDay] = useState('')
  const invite = useInviteMember(org)
  const reason = (field: string) => invite.error?.problems.find((p) => p.field === field)?.reason
  const known = reason('isKnownPerson')
  const elsewhere = invite.error && invite.error.problems.length === 0 ? invite.error : null

  function choose(next: Role): void {
    setRole(next)
    if (next === 'auditor' && lastDay === '') setLastDay(days.offered)
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const expiresAt = lastDay === '' ? null : endOfDay(lastDay)
    const isKnownPerson = form.get('isKnownPerson') !== null
    invite.mutate(
      { email: text(form, 'email'), name: text(form, 'name'), role, expiresAt, isKnownPerson },
      { onSuccess: onInvited },
    )
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {elsewhere ? <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} /> : null}
      <TextField label="E-mail address" name="email" type="email" required autoComplete="off" error={reason('email')} />
      <TextField label="Name" name="name" required autoComplete="off" error={reason('name')} />
      <RoleField choices={roles} value={role} error={reason('role')} onChange={choose} />
      <EndField
        role={role}
        value={lastDay}
        min={days.first}
        max={days.last}
        error={reason('expiresAt')}
        onChange={setLastDay}
      />
      {known ? (
        <Callout tone="warn" title="Somebody has this address already">
          {known}
          <Checkbox className="mt-2 text-ink" name="isKnownPerson" label="It is the same person" />
        </Callout>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button data-close>Cancel</Button>
        <Button type="submit" variant="primary" busy={invite.isPending}>
          Add the member
        </Button>
      </div>
    </form>
  )
}
