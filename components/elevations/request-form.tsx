'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Refusal } from '@/components/ui/refusal'
import { SelectField } from '@/components/ui/select-field'
import { TextareaField } from '@/components/ui/textarea-field'
import { showToast } from '@/components/ui/toast-store'
import { hoursText } from '@/lib/presentation/elevation'
import type { RoleChoice } from '@/lib/presentation/role'
import { useRequestElevation } from '@/lib/queries/elevations'

type Props = {
  org: string
  /** The higher roles, the one with the least power first. */
  roles: readonly RoleChoice[]
  /** The longest a role is lent here. */
  mostHours: number
}

const text = (form: FormData, name: string): string => String(form.get(name) ?? '')

/** Which role, for how long and why. An administrator answers. */
export function RequestForm({ org, roles, mostHours }: Props) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [chosen, setChosen] = useState(roles[0])
  const ask = useRequestElevation(org)
  const reason = (field: string) => ask.error?.problems.find((p) => p.field === field)?.reason
  const elsewhere = ask.error && ask.error.problems.length === 0 ? ask.error : null

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    if (chosen === undefined) return
    ask.mutate(
      { role: chosen.value, hours: Number(text(said, 'hours')), reason: text(said, 'reason') },
      {
        onSuccess: () => {
          form.current?.reset()
          showToast({ title: 'Request sent', detail: 'An administrator decides.', tone: 'good' })
          router.refresh()
        },
      },
    )
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4">
      {elsewhere ? <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} /> : null}
      <div className="grid gap-4 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <SelectField
          label="Role"
          name="role"
          required
          value={chosen?.value}
          hint={chosen?.hint}
          error={reason('role')}
          onChange={(event) => setChosen(roles.find(({ value }) => value === event.target.value))}
        >
          {roles.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField label="For" name="hours" required error={reason('hours')}>
          {Array.from({ length: mostHours }, (_, place) => place + 1).map((hours) => (
            <option key={hours} value={hours}>
              {hoursText(hours)}
            </option>
          ))}
        </SelectField>
      </div>
      <TextareaField
        label="Why"
        name="reason"
        required
        rows={3}
        maxLength={500}
        hint="What has to be done, in 10 to 500 characters. It is kept in the audit log."
        error={reason('reason')}
      />
      <div>
        <Button type="submit" variant="primary" busy={ask.isPending}>
          Ask for it
        </Button>
      </div>
    </form>
  )
}
