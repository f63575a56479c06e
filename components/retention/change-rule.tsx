'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Refusal } from '@/components/ui/refusal'
import { TextField } from '@/components/ui/text-field'
import { TextareaField } from '@/components/ui/textarea-field'
import { showToast } from '@/components/ui/toast-store'
import type { RecordKind } from '@/lib/model/record-kind'
import { kindText } from '@/lib/presentation/retention'
import { useSaveRetentionRule } from '@/lib/queries/retention'

type Props = { org: string; kind: RecordKind; keepDays: number | null; fewest: number }

/** Days to keep a kind; no days keep it for good. */
export function ChangeRule({ org, kind, keepDays, fewest }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const save = useSaveRetentionRule(org)
  const { name, since } = kindText(kind)
  const fault = (field: string) => save.error?.problems.find((one) => one.field === field)?.reason
  const elsewhere = save.error && save.error.problems.length === 0 ? save.error : null

  function submit(form: FormData): void {
    const days = String(form.get('keepDays') ?? '').trim()
    // What is no whole number is sent as it is: JSON would turn it into null, which means for good.
    const given = /^\d{1,6}$/.test(days) ? Number(days) : days
    save.mutate(
      { kind, keepDays: days === '' ? null : given, reason: form.get('reason') },
      {
        onSuccess: () => {
          setOpen(false)
          showToast({ title: 'Rule saved', detail: 'Nothing was removed.', tone: 'good' })
          router.refresh()
        },
      },
    )
  }

  return (
    <>
      <Button size="sm" aria-label={`Change how long ${name.toLowerCase()} are kept`} onClick={() => setOpen(true)}>
        Change
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`How long ${name.toLowerCase()} are kept`}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            submit(new FormData(event.currentTarget))
          }}
          noValidate
          className="grid gap-4 text-left"
        >
          {elsewhere ? (
            <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} />
          ) : null}
          <TextField
            label="Days"
            name="keepDays"
            inputMode="numeric"
            defaultValue={keepDays ?? ''}
            hint={`After ${since}. At least ${fewest}; empty keeps them for good.`}
            error={fault('keepDays')}
          />
          <TextareaField label="Why" name="reason" required rows={2} maxLength={1000} error={fault('reason')} />
          <div className="flex justify-end gap-2">
            <Button data-close>Cancel</Button>
            <Button type="submit" variant="primary" busy={save.isPending}>
              Save
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
