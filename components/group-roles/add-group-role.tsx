'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Refusal } from '@/components/ui/refusal'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast-store'
import type { Role } from '@/lib/model/actor'
import type { GroupRoles } from '@/lib/model/group-role'
import { useAddGroupRole } from '@/lib/queries/access-rules'

const ROLES: readonly Role[] = ['viewer', 'auditor', 'assessor', 'admin']

/** Gives a group a role. The form begins anew after each. */
export function AddGroupRole({ org, providers }: { org: string; providers: GroupRoles['providers'] }) {
  const router = useRouter()
  const [count, setCount] = useState(0)
  const add = useAddGroupRole(org)
  const reason = (field: string) => add.error?.problems.find((problem) => problem.field === field)?.reason
  const elsewhere = add.error && add.error.problems.length === 0 ? add.error : null

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [provider = '', group = '', role = ''] = ['provider', 'group', 'role'].map((name) => String(form.get(name)))
    add.mutate(
      { provider, group: group.trim(), role: role as Role },
      {
        onSuccess: () => {
          showToast({ title: `${group.trim()} gives the role ${role}`, tone: 'good' })
          setCount(count + 1)
          router.refresh()
        },
      },
    )
  }

  return (
    <form key={count} onSubmit={submit} noValidate aria-label="Give a group a role" className="mt-4 grid gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <TextField
          label="Group"
          name="group"
          required
          hint="As the provider writes it, to the letter."
          error={reason('group')}
        />
        <SelectField label="Identity provider" name="provider" error={reason('provider')}>
          {providers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label="Role" name="role" error={reason('role')}>
          {ROLES.map((role) => (
            <option key={role}>{role}</option>
          ))}
        </SelectField>
      </div>
      {elsewhere ? <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} /> : null}
      <div>
        <Button type="submit" busy={add.isPending}>
          Give this role
        </Button>
      </div>
    </form>
  )
}
