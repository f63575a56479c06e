'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Refusal } from '@/components/ui/refusal'
import { SelectField } from '@/components/ui/select-field'
import { showToast } from '@/components/ui/toast-store'
import type { PeriodPreset } from '@/lib/presentation/desk-period'
import { useRequestPack } from '@/lib/queries/evidence-packs'
import { paths } from '@/lib/queries/paths'
import { PeriodFields } from './period-fields'
import { SampleFields } from './sample-fields'
import { ScopeFields } from './scope-fields'

type Named = { id: string; name: string }
type Props = {
  org: string
  frameworks: readonly Named[]
  deployments: readonly Named[]
  presets: readonly PeriodPreset[]
  /** An auditor who was let in for some deployments has to name them. */
  mustName: boolean
}

/** Asks for a pack. The server judges the input; its reasons stand beside the fields they are about. */
export function PackForm({ org, frameworks, deployments, presets, mustName }: Props) {
  const router = useRouter()
  const request = useRequestPack(org)
  const reason = (field: string) => request.error?.problems.find((one) => one.field === field)?.reason
  const elsewhere = request.error && request.error.problems.length === 0 ? request.error : null
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    request.mutate(packOf(new FormData(event.currentTarget)), {
      onSuccess: ({ id }) => {
        showToast({ title: 'The pack is being built', tone: 'good' })
        router.push(paths.evidencePack(org, id))
        router.refresh()
      },
    })
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {elsewhere ? <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} /> : null}
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-4">
        <SelectField label="Framework" name="framework" error={reason('framework')}>
          {frameworks.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <PeriodFields presets={presets} reason={reason} />
        <SampleFields reason={reason} />
      </div>
      <ScopeFields deployments={deployments} mustName={mustName} problem={reason('deploymentIds')} />
      <div>
        <Button type="submit" variant="primary" disabled={request.isPending}>
          {request.isPending ? 'Asking…' : 'Build the pack'}
        </Button>
      </div>
    </form>
  )
}

const packOf = (form: FormData) => ({
  framework: form.get('framework'),
  period: { from: form.get('from'), to: form.get('to') },
  deploymentIds: form.getAll('deployment'),
  sampling: { seed: form.get('seed'), size: Number(form.get('size')), chosen: {} },
})
