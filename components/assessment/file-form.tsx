'use client'

import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import type { Day } from '@/lib/model/instant'
import { bytesText } from '@/lib/presentation/bytes'
import type { AnswerPlace } from '@/lib/queries/answers'
import { useUploadEvidence } from '@/lib/queries/evidence'
import { datesOf, EvidenceDates } from './evidence-dates'
import { ProblemNote } from './problem-note'
import { useEvidenceAdded } from './use-evidence-added'

type Props = { place: AnswerPlace; today: Day; asOf: Day; file: File; mediaType: string; onDone: () => void }

export function FileForm({ place, today, asOf, file, mediaType, onDone }: Props) {
  const upload = useUploadEvidence(place)
  const added = useEvidenceAdded(onDone)
  const reason = (field: string) => upload.error?.problems.find((p) => p.field === field)?.reason
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const title = String(form.get('title') ?? '').trim()
    upload.mutate({ file, mediaType, title, ...datesOf(form) }, { onSuccess: added })
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {upload.error && upload.error.problems.length === 0 ? <ProblemNote problem={upload.error} /> : null}
      <p className="text-ink-2 text-sm [overflow-wrap:anywhere]">
        {file.name}, {bytesText(file.size)}. It is kept by its SHA-256, so that anybody can tell whether it changed.
      </p>
      <TextField label="Title" name="title" required defaultValue={file.name} error={reason('title')} />
      <EvidenceDates today={today} asOf={asOf} reason={reason} />
      <div className="flex justify-end gap-2">
        <Button data-close>Cancel</Button>
        <Button type="submit" variant="primary" busy={upload.isPending}>
          {upload.isPending ? 'Sending…' : 'Add the file'}
        </Button>
      </div>
    </form>
  )
}
