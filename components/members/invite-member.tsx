'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Invited } from '@/lib/model/member'
import { InviteForm, type InviteFormProps } from './invite-form'
import { OneTimeLinkView } from './one-time-link'

type Props = Omit<InviteFormProps, 'onInvited'>

/** Asks for whom, makes them a member, and shows the link to pass on. */
export function InviteMember(props: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [invited, setInvited] = useState<Invited | null>(null)
  function close(): void {
    setOpen(false)
    setInvited(null)
    router.refresh()
  }
  return (
    <>
      <Button variant="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Add a member
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={invited ? `${invited.member.name} is a member` : 'Add a member'}
        description={invited ? invited.member.email : 'They can enter at once; every administrator can see it.'}
        footer={invited ? <Button data-close>Done</Button> : undefined}
      >
        {invited === null ? (
          open ? (
            <InviteForm {...props} onInvited={setInvited} />
          ) : null
        ) : invited.link ? (
          <OneTimeLinkView link={invited.link} name={invited.member.name} />
        ) : (
          <p className="text-ink-2">They sign in as they always do, and find this organization among theirs.</p>
        )}
      </Dialog>
    </>
  )
}
