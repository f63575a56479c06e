'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { showToast } from '@/components/ui/toast-store'
import type { Member } from '@/lib/model/member'
import { GrantForm } from './grant-form'

type Named = { id: string; name: string }
type Props = {
  org: string
  member: Pick<Member, 'userId' | 'name'>
  frameworks: readonly Named[]
  deployments: readonly Named[]
  period: { from: string; to: string }
}

/** Lets an auditor in for frameworks, a period and deployments, in a dialog. */
export function LetIn({ member, ...form }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const done = (): void => {
    setOpen(false)
    showToast({ title: `${member.name} was let in`, detail: 'They see nothing else from now on.', tone: 'good' })
    router.refresh()
  }
  return (
    <>
      <Button variant="primary" size="sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Let in…
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Let ${member.name} in`}>
        <GrantForm {...form} userId={member.userId} onDone={done} />
      </Dialog>
    </>
  )
}
