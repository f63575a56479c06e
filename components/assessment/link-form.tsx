'use client'

import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import type { Day } from '@/lib/model/instant'
import type { AnswerPlace } from '@/lib/queries/answers'
import { useLinkEvidence } from '@/lib/queries/evidence'
import { datesOf, EvidenceDates } from './evidence-dates'
import { ProblemNote } from './problem-note'
import { useEvidenceAdded } from './use-evidence-added'

type Props = { place: AnswerPlace; today: Day; asOf: Day; onDone: () => void }

export function LinkForm({ place, today, asOf, onDone }: Props) {
  const link = useLinkEvidence(place)
  const added = useEvidenceAdded(onDone)
  const reason = (field: string) => link.error?.problems.find((p) => p.field === field)?.reason
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    link.mutate({ kind: 'link', title: text('title'), url: text('url'), ...datesOf(form) }, { onSuccess: added })
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {link.error && link.error.problems.length === 0 ? <ProblemNote problem={link.error} /> : null}
      <TextField label="Title" name="title" required error={reason('title')} />
      <TextField
        label="Address"
        name="url"
        type="url"
        required
        placeholder="https://"
        hint="Where a reader finds it. Proofline stores the address, not what stands there."
        error={reason('url')}
      />
      <EvidenceDates today={today} asOf={asOf} reason={reason} />
      <div className="flex justify-end gap-2">
        <Button data-close>Cancel</Button>
        <Button type="submit" variant="primary" busy={link.isPending}>
          Add the link
        </Button>
      </div>
    </form>
  )
}
