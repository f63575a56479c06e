'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Refusal } from '@/components/ui/refusal'
import { TextareaField } from '@/components/ui/textarea-field'
import { showToast } from '@/components/ui/toast-store'
import { type RequestAct, useSayOnRequest } from '@/lib/queries/audit-requests'

/** What may be done now, in the order of the buttons. */
export type OpenAct = { act: RequestAct; label: string; needsText: boolean; isPrimary?: boolean }

type Props = { org: string; id: string; acts: readonly OpenAct[] }

/** Words about a request, and what they do to it. */
export function SayForm({ org, id, acts }: Props) {
  const router = useRouter()
  const [text, setText] = useState('')
  const say = useSayOnRequest(org, id)
  const send = (act: RequestAct): void =>
    say.mutate(
      { act, text: text.trim() },
      {
        onSuccess: () => {
          setText('')
          showToast({ title: 'Written down', tone: 'good' })
          router.refresh()
        },
      },
    )
  return (
    <div className="grid gap-3">
      {say.error ? <Refusal title={say.error.title} detail={say.error.detail} requestId={say.error.requestId} /> : null}
      <TextareaField
        label="Remark"
        rows={3}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        {acts.map(({ act, label, needsText, isPrimary }) => (
          <Button
            key={act}
            variant={isPrimary ? 'primary' : undefined}
            disabled={needsText && text.trim() === ''}
            busy={say.isPending && say.variables?.act === act}
            onClick={() => send(act)}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  )
}
