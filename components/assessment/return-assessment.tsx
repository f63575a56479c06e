'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextareaField } from '@/components/ui/textarea-field'
import { showToast } from '@/components/ui/toast-store'
import { useReturnAssessment } from '@/lib/queries/assessments'
import { ProblemNote } from './problem-note'

type Props = { org: string; assessment: { id: string; name: string } }

/** Makes a submitted assessment a draft again; its author reads why. */
export function ReturnAssessment({ org, assessment: { id, name } }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const back = useReturnAssessment(org, id)
  const reason = back.error?.problems.find((p) => p.field === 'reason')?.reason
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    back.mutate(String(new FormData(event.currentTarget).get('reason') ?? ''), {
      onSuccess: () => {
        setOpen(false)
        showToast({ title: `${name} sent back`, detail: 'It is a draft again.', tone: 'good' })
        router.refresh()
      },
    })
  }
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Send back…
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Send ${name} back?`}
        description="It becomes a draft again."
      >
        <form onSubmit={submit} noValidate className="grid gap-4">
          {back.error && reason === undefined ? <ProblemNote problem={back.error} /> : null}
          <TextareaField
            label="What is missing"
            name="reason"
            required
            rows={4}
            maxLength={2000}
            hint="Its author reads this."
            error={reason}
          />
          <div className="flex justify-end gap-2">
            <Button data-close>Cancel</Button>
            <Button type="submit" variant="primary" busy={back.isPending}>
              Send back
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
