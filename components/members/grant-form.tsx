'use client'

import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Refusal } from '@/components/ui/refusal'
import { TextField } from '@/components/ui/text-field'
import { useLetIn } from '@/lib/queries/audit-engagements'

type Named = { id: string; name: string }
type Props = {
  org: string
  userId: string
  frameworks: readonly Named[]
  deployments: readonly Named[]
  period: { from: string; to: string }
  onDone: () => void
}

/** Frameworks, a period and deployments; no deployment ticked is the whole organization. */
export function GrantForm({ org, userId, frameworks, deployments, period, onDone }: Props) {
  const letIn = useLetIn(org)
  const reason = (...fields: string[]) =>
    letIn.error?.problems.find((p) => fields.some((field) => p.field.startsWith(field)))?.reason

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    letIn.mutate(
      {
        userId,
        name: text('name'),
        frameworks: form.getAll('framework').map(String),
        period: { from: text('from'), to: text('to') },
        deploymentIds: form.getAll('deployment').map(String),
      },
      { onSuccess: onDone },
    )
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {letIn.error ? (
        <Refusal title={letIn.error.title} detail={letIn.error.detail} requestId={letIn.error.requestId} />
      ) : null}
      <TextField label="Name of the audit" name="name" required maxLength={120} error={reason('name')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="First day"
          name="from"
          type="date"
          required
          defaultValue={period.from}
          error={reason('period.from')}
        />
        <TextField
          label="Last day"
          name="to"
          type="date"
          required
          defaultValue={period.to}
          error={reason('period.to')}
        />
      </div>
      <Choices legend="Frameworks" name="framework" items={frameworks} error={reason('frameworks')} />
      {deployments.length > 0 ? (
        <Choices
          legend="Deployments (none ticked is the whole organization)"
          name="deployment"
          items={deployments}
          error={reason('deploymentIds')}
        />
      ) : null}
      <div className="flex justify-end gap-2">
        <Button data-close>Cancel</Button>
        <Button type="submit" variant="primary" busy={letIn.isPending}>
          Let in
        </Button>
      </div>
    </form>
  )
}

type ChoicesProps = { legend: string; name: string; items: readonly Named[]; error?: string }

const Choices = ({ legend, name, items, error }: ChoicesProps) => (
  <fieldset className="grid max-h-48 gap-1 overflow-y-auto">
    <legend className="mb-1 font-medium text-sm">{legend}</legend>
    {items.map((one) => (
      <Checkbox key={one.id} name={name} value={one.id} label={one.name} />
    ))}
    {error ? <p className="text-bad text-xs">{error}</p> : null}
  </fieldset>
)
