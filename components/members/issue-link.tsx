'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Refusal } from '@/components/ui/refusal'
import type { Member } from '@/lib/model/member'
import { useIssueLink } from '@/lib/queries/members'
import { OneTimeLinkView } from './one-time-link'

type Props = { org: string; member: Pick<Member, 'userId' | 'name'> }

/** Recovery for somebody who has lost every way in. Says first what it does and what it leaves alone. */
export function IssueLink({ org, member: { userId, name } }: Props) {
  const [open, setOpen] = useState(false)
  const issue = useIssueLink(org, userId)
  function close(): void {
    setOpen(false)
    issue.reset()
  }
  const ask = (
    <>
      <Button data-close>Cancel</Button>
      <Button variant="primary" busy={issue.isPending} onClick={() => issue.mutate()}>
        Issue the link
      </Button>
    </>
  )
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Issue a sign-in link…
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={`A sign-in link for ${name}`}
        footer={issue.data ? <Button data-close>Done</Button> : ask}
      >
        {issue.data ? (
          <OneTimeLinkView link={issue.data} name={name} />
        ) : (
          <div className="grid gap-3 text-ink-2">
            {issue.error ? (
              <Refusal title={issue.error.title} detail={issue.error.detail} requestId={issue.error.requestId} />
            ) : null}
            <p>
              For somebody who has lost every passkey. Make sure that it is really {name} who asks: whoever opens the
              link signs in as them. It works once, within 15 minutes, and is shown to you only.
            </p>
            <p>
              Every administrator is told. Other sessions and passkeys of {name} go on working: end the sessions below
              if a device was lost, and have its passkey removed.
            </p>
          </div>
        )}
      </Dialog>
    </>
  )
}
