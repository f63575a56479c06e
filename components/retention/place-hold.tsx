'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Fieldset } from '@/components/ui/fieldset'
import { Refusal } from '@/components/ui/refusal'
import { TextField } from '@/components/ui/text-field'
import { TextareaField } from '@/components/ui/textarea-field'
import { showToast } from '@/components/ui/toast-store'
import type { RecordKind } from '@/lib/model/record-kind'
import { kindText } from '@/lib/presentation/retention'
import { usePlaceLegalHold } from '@/lib/queries/retention'

type Props = { org: string; kinds: readonly RecordKind[] }

const dayIn = (form: FormData, name: string) => (form.get(name) === '' ? null : form.get(name))

/** A name, why, and what it is over; no kind and no day is everything. */
export function PlaceHold({ org, kinds }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const place = usePlaceLegalHold(org)
  const fault = (field: string) => place.error?.problems.find((one) => one.field === field)?.reason
  const elsewhere = place.error && place.error.problems.length === 0 ? place.error : null

  function submit(form: FormData): void {
    const given = { name: form.get('name'), reason: form.get('reason'), kinds: form.getAll('kinds') }
    place.mutate(
      { ...given, from: dayIn(form, 'from'), to: dayIn(form, 'to') },
      {
        onSuccess: ({ name }) => {
          setOpen(false)
          showToast({ title: `The hold "${name}" stands`, tone: 'good' })
          router.refresh()
        },
      },
    )
  }

  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Place a hold
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Place a legal hold">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            submit(new FormData(event.currentTarget))
          }}
          noValidate
          className="grid gap-4 text-sm"
        >
          {elsewhere ? (
            <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} />
          ) : null}
          <TextField label="Name" name="name" required maxLength={120} error={fault('name')} />
          <TextareaField label="Why" name="reason" required rows={2} maxLength={2000} error={fault('reason')} />
          <Fieldset legend="Kinds" hint="None ticked holds everything, also what no rule removes.">
            {kinds.map((kind) => (
              <Checkbox key={kind} name="kinds" value={kind} label={kindText(kind).name} />
            ))}
          </Fieldset>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="From" name="from" type="date" hint="Empty is any day." error={fault('from')} />
            <TextField label="To" name="to" type="date" hint="The last day it covers." error={fault('to')} />
          </div>
          <div className="flex justify-end gap-2">
            <Button data-close>Cancel</Button>
            <Button type="submit" variant="primary" busy={place.isPending}>
              Place the hold
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
