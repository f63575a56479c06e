'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast-store'
import type { Assessment } from '@/lib/model/assessment'
import { useDescribeAssessment } from '@/lib/queries/assessments'
import { ProblemNote } from './problem-note'

type Props = { org: string; assessment: Pick<Assessment, 'id' | 'name' | 'asOf'> }

/** Renames a draft or lets it speak for another day. */
export function DescribeAssessment({ org, assessment: { id, name, asOf } }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const describe = useDescribeAssessment(org, id)
  const reason = (field: string) => describe.error?.problems.find((p) => p.field === field)?.reason
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    describe.mutate(
      { name: String(form.get('name') ?? '').trim(), asOf: String(form.get('asOf') ?? '') },
      {
        onSuccess: () => {
          setOpen(false)
          showToast({ title: 'Assessment saved', tone: 'good' })
          router.refresh()
        },
      },
    )
  }
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Name and day…
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Name and day">
        <form onSubmit={submit} noValidate className="grid gap-4">
          {describe.error && describe.error.problems.length === 0 ? <ProblemNote problem={describe.error} /> : null}
          <TextField label="Name" name="name" required defaultValue={name} error={reason('name')} />
          <TextField
            label="As of"
            name="asOf"
            type="date"
            required
            defaultValue={asOf}
            hint="The day the assessment speaks for. Evidence counts when it is in date on that day."
            error={reason('asOf')}
          />
          <div className="flex justify-end gap-2">
            <Button data-close>Cancel</Button>
            <Button type="submit" variant="primary" busy={describe.isPending}>
              Save
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
