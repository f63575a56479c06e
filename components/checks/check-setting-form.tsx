'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Refusal } from '@/components/ui/refusal'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast-store'
import { useSaveCheckSetting } from '@/lib/queries/checks'

type Props = {
  org: string
  check: string
  /** Percent at which a ratio check passes; null for one that has no threshold. */
  percent: { own: number | null; default: number } | null
  severity: { own: string | null; default: string }
}

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info']

const numberOf = (value: FormDataEntryValue | null): number | null =>
  typeof value === 'string' && value.trim() !== '' ? Number(value.replace(',', '.')) / 100 : null

/** What the organization says of a check instead of what it brings. Counts from the next run on. */
export function CheckSettingForm({ org, check, percent, severity }: Props) {
  const router = useRouter()
  const save = useSaveCheckSetting(org, check)
  const reason = (field: string) => save.error?.problems.find((one) => one.field === field)?.reason

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    save.mutate(
      {
        threshold: percent ? numberOf(form.get('threshold')) : null,
        severity: String(form.get('severity') ?? '') || null,
        reason: String(form.get('reason') ?? ''),
      },
      {
        onSuccess: () => {
          showToast({ title: 'Setting saved', detail: 'It counts from the next run on.', tone: 'good' })
          router.refresh()
        },
      },
    )
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {percent ? (
        <TextField
          label="Passes at (percent)"
          name="threshold"
          inputMode="decimal"
          defaultValue={percent.own ?? ''}
          placeholder={String(percent.default)}
          hint={`Empty keeps ${percent.default} %.`}
          error={reason('threshold')}
        />
      ) : null}
      <SelectField label="Severity" name="severity" defaultValue={severity.own ?? ''} error={reason('severity')}>
        <option value="">As the check says: {severity.default}</option>
        {SEVERITIES.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      <TextField label="Reason" name="reason" required maxLength={500} error={reason('reason')} />
      {save.error ? (
        <Refusal title={save.error.title} detail={save.error.detail} requestId={save.error.requestId} />
      ) : null}
      <div>
        <Button type="submit" busy={save.isPending}>
          {save.isPending ? 'Saving…' : 'Save setting'}
        </Button>
      </div>
    </form>
  )
}
