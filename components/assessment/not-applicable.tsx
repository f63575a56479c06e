'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextareaField } from '@/components/ui/textarea-field'

type Props = {
  capability: string
  /** The reason given so far. */
  reason: string
  onExclude: (reason: string) => void
}

/** The server's own rule: a claim without a reason is refused. */
const SHORTEST_REASON = 3

/** Says that a capability does not apply, with the reason without which that is no answer. */
export function NotApplicable({ capability, reason, onExclude }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Not applicable…
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`${capability} does not apply`}
        description="It is left out of score and coverage. An approver reads the reason."
      >
        {open ? (
          <ReasonForm
            reason={reason}
            onDone={(text) => {
              onExclude(text)
              setOpen(false)
            }}
          />
        ) : null}
      </Dialog>
    </>
  )
}

function ReasonForm({ reason, onDone }: { reason: string; onDone: (reason: string) => void }) {
  const [text, setText] = useState(reason)
  const [wasRefused, setRefused] = useState(false)
  const isReason = text.trim().length >= SHORTEST_REASON
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReason) onDone(text.trim())
        else setRefused(true)
      }}
    >
      <TextareaField
        label="Why it does not apply"
        required
        rows={4}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={wasRefused && !isReason ? 'Say why it does not apply.' : undefined}
      />
      <div className="flex justify-end gap-2">
        <Button data-close>Cancel</Button>
        <Button type="submit" variant="primary">
          Mark as not applicable
        </Button>
      </div>
    </form>
  )
}
