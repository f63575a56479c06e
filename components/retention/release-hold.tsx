'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Refusal } from '@/components/ui/refusal'
import { TextareaField } from '@/components/ui/textarea-field'
import { showToast } from '@/components/ui/toast-store'
import { useReleaseLegalHold } from '@/lib/queries/retention'

/** Ends a hold, with the reason; what it covered may be removed again. */
export function ReleaseHold({ org, id, name }: { org: string; id: string; name: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const release = useReleaseLegalHold(org, id)
  const fault = release.error?.problems.find((one) => one.field === 'reason')?.reason
  const elsewhere = release.error && release.error.problems.length === 0 ? release.error : null
  const submit = (form: FormData) =>
    release.mutate(
      { reason: String(form.get('reason') ?? '') },
      {
        onSuccess: () => {
          setOpen(false)
          showToast({ title: `The hold "${name}" is released`, tone: 'good' })
          router.refresh()
        },
      },
    )
  return (
    <>
      <Button size="sm" aria-label={`Release the hold ${name}`} onClick={() => setOpen(true)}>
        Release
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Release the hold "${name}"`}
        description="What it covers may be removed again once a report says so. The hold stays listed."
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            submit(new FormData(event.currentTarget))
          }}
          noValidate
          className="grid gap-4 text-left text-sm"
        >
          {elsewhere ? (
            <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} />
          ) : null}
          <TextareaField label="Why" name="reason" required rows={2} maxLength={2000} error={fault} />
          <div className="flex justify-end gap-2">
            <Button data-close>Cancel</Button>
            <Button type="submit" variant="danger" busy={release.isPending}>
              Release
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
