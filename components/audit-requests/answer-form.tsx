'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FileDrop } from '@/components/ui/file-drop'
import { Refusal } from '@/components/ui/refusal'
import { TextareaField } from '@/components/ui/textarea-field'
import { showToast } from '@/components/ui/toast-store'
import { useAnswerRequest, useUploadRequestFile } from '@/lib/queries/audit-requests'

type Held = { id: string; title: string; detail: string }
type Props = { org: string; id: string; held: readonly Held[]; mediaByEnding: Readonly<Record<string, string>> }

/** An answer in words with evidence held already, or a file, which is sent at once as an answer of its own. */
export function AnswerForm({ org, id, held, mediaByEnding }: Props) {
  const router = useRouter()
  const [text, setText] = useState('')
  const [unknown, setUnknown] = useState<string>()
  const answer = useAnswerRequest(org, id)
  const upload = useUploadRequestFile(org, id)
  const problem = answer.error ?? upload.error
  const done = {
    onSuccess: () => {
      setText('')
      showToast({ title: 'Answered', tone: 'good' })
      router.refresh()
    },
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const evidenceIds = new FormData(event.currentTarget).getAll('evidence').map(String)
    answer.mutate({ text: text.trim(), evidenceIds }, done)
  }
  function take([file]: File[]): void {
    const mediaType = mediaByEnding[file?.name.split('.').at(-1)?.toLowerCase() ?? '']
    setUnknown(mediaType ? undefined : `Evidence is one of: ${Object.keys(mediaByEnding).join(', ')}.`)
    if (file && mediaType) upload.mutate({ file, mediaType, title: file.name.slice(0, 200) }, done)
  }

  return (
    <form onSubmit={submit} className="grid gap-3">
      {problem ? <Refusal title={problem.title} detail={problem.detail} requestId={problem.requestId} /> : null}
      <TextareaField
        label="Answer"
        rows={4}
        required
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <HeldFiles held={held} />
      <div>
        <Button type="submit" variant="primary" disabled={text.trim() === ''} busy={answer.isPending}>
          Answer
        </Button>
      </div>
      <FileDrop
        label={upload.isPending ? 'Sending…' : 'Answer with a file'}
        hint="At most 10 MiB; it is an answer of its own"
        error={unknown}
        accept={Object.keys(mediaByEnding)
          .map((ending) => `.${ending}`)
          .join(',')}
        disabled={upload.isPending}
        onFiles={take}
      />
    </form>
  )
}

const HeldFiles = ({ held }: Pick<Props, 'held'>) =>
  held.length === 0 ? null : (
    <fieldset className="grid max-h-56 gap-1 overflow-y-auto">
      <legend className="mb-1 font-medium text-sm">Evidence held already</legend>
      {held.map(({ id, title, detail }) => (
        <Checkbox key={id} name="evidence" value={id} label={`${title} (${detail})`} />
      ))}
    </fieldset>
  )
