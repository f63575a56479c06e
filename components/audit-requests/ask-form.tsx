'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Refusal } from '@/components/ui/refusal'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { TextareaField } from '@/components/ui/textarea-field'
import { useAskRequest } from '@/lib/queries/audit-requests'
import { paths } from '@/lib/queries/paths'

type Props = {
  org: string
  frameworks: readonly { id: string; name: string }[]
  framework: string
  requirement: string
  /** The first day it can be due on. */
  today: string
}

/** Asks the team for something. The requirement is named as its standard writes it; empty asks about the framework. */
export function AskForm({ org, frameworks, framework, requirement, today }: Props) {
  const router = useRouter()
  const [chosen, setChosen] = useState(framework)
  const ask = useAskRequest(org)
  const reason = (field: string) => ask.error?.problems.find((p) => p.field === field)?.reason
  const elsewhere = ask.error && ask.error.problems.length === 0 ? ask.error : null

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const dueOn = text('dueOn') === '' ? null : text('dueOn')
    const asked = {
      framework: chosen,
      requirement: text('requirement'),
      title: text('title'),
      text: text('text'),
      dueOn,
    }
    ask.mutate(asked, { onSuccess: ({ id }) => router.push(paths.auditRequest(org, id)) })
  }

  return (
    <form onSubmit={submit} noValidate className="grid max-w-2xl gap-4">
      {elsewhere ? <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} /> : null}
      <SelectField
        label="Framework"
        name="framework"
        value={chosen}
        error={reason('framework')}
        onChange={(event) => setChosen(event.target.value)}
      >
        {frameworks.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Requirement"
        name="requirement"
        defaultValue={requirement}
        hint="As the framework writes it. Leave empty to ask about the framework as a whole."
        error={reason('requirement')}
      />
      <TextField label="Title" name="title" required maxLength={200} error={reason('title')} />
      <TextareaField label="What do you need?" name="text" required rows={6} maxLength={5000} error={reason('text')} />
      <TextField
        label="Due on"
        name="dueOn"
        type="date"
        min={today}
        hint="Leave empty for no day."
        error={reason('dueOn')}
      />
      <div>
        <Button type="submit" variant="primary" busy={ask.isPending}>
          Ask
        </Button>
      </div>
    </form>
  )
}
