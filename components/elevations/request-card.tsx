import type { ComponentProps } from 'react'
import { Card } from '@/components/ui/card'
import type { Role } from '@/lib/model/actor'
import { roleName } from '@/lib/presentation/role'
import { RequestForm } from './request-form'

type Props = ComponentProps<typeof RequestForm> & { role: Role; hasOpen: boolean }

/** The form for whoever has something to ask for; nothing for administrators and auditors. */
export function RequestCard({ role, hasOpen, ...form }: Props) {
  if (form.roles.length === 0) return null
  return (
    <Card title="Ask for a higher role" note={`Your own role is ${roleName(role).toLowerCase()}.`}>
      {hasOpen ? (
        <p className="text-ink-2 text-sm">One request at a time: withdraw or end the one below before the next.</p>
      ) : (
        <RequestForm {...form} />
      )}
    </Card>
  )
}
