'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextareaField } from '@/components/ui/textarea-field'
import { useCommentFinding } from '@/lib/queries/findings'

/** A remark for the history. */
export function CommentForm({ org, id }: { org: string; id: string }) {
  const router = useRouter()
  const comment = useCommentFinding(org, id)
  const [text, setText] = useState('')

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    comment.mutate(
      { text },
      {
        onSuccess: () => {
          setText('')
          router.refresh()
        },
      },
    )
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-2">
      <TextareaField
        label="Remark"
        labelHidden
        placeholder="What you found out, or did"
        rows={2}
        maxLength={4000}
        value={text}
        error={comment.error ? (comment.error.problems[0]?.reason ?? comment.error.message) : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <Button type="submit" size="sm" disabled={text.trim() === ''} busy={comment.isPending}>
          Remark
        </Button>
      </div>
    </form>
  )
}
