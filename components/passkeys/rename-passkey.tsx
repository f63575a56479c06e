'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast-store'
import type { Passkey } from '@/lib/model/passkey'
import { passkeyProblem } from '@/lib/queries/passkey-problem'
import { useRenamePasskey } from '@/lib/queries/passkeys'

/** Gives a passkey a name its person knows it by. */
export function RenamePasskey({ passkey: { id, name } }: { passkey: Passkey }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const rename = useRenamePasskey(id)
  const problem = rename.error ? passkeyProblem(rename.error) : null
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    rename.mutate(String(new FormData(event.currentTarget).get('name') ?? '').trim(), {
      onSuccess: () => {
        setOpen(false)
        showToast({ title: 'Passkey renamed', tone: 'good' })
        router.refresh()
      },
    })
  }
  return (
    <>
      <Button size="sm" aria-label={`Rename ${name}`} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Rename
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} size="sm" title="Rename this passkey">
        <form onSubmit={submit} className="grid gap-4">
          <TextField label="Name" name="name" required maxLength={80} defaultValue={name} error={problem?.detail} />
          <div className="flex justify-end gap-2">
            <Button data-close>Cancel</Button>
            <Button type="submit" variant="primary" busy={rename.isPending}>
              Save
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
