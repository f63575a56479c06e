import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeskEmpty } from '@/components/audit-desk/desk-empty'
import { AskForm } from '@/components/audit-requests/ask-form'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireDeskMember } from '@/lib/auth/page-actor'
import { listDeskChoices } from '@/lib/services/list-desk-choices'

export const metadata: Metadata = { title: 'Ask for something' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<{ framework?: string | string[]; requirement?: string | string[] }>
}

export default async function NewAuditRequestPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireDeskMember(org)
  if (!can(membership.role, 'audit-request:ask')) notFound()
  const { framework, requirement } = await searchParams
  const { frameworks } = await listDeskChoices(actor, { org })
  const chosen = frameworks.find(({ id }) => id === framework) ?? frameworks[0]
  if (!chosen) return <DeskEmpty organization={membership.name} />
  return (
    <>
      <PageHeading title="Ask for something" sub={membership.name} />
      <Card title="What you need, and by when">
        <AskForm
          org={org}
          frameworks={frameworks}
          framework={chosen.id}
          requirement={chosen.id === framework && typeof requirement === 'string' ? requirement : ''}
          today={new Date().toISOString().slice(0, 10)}
        />
      </Card>
    </>
  )
}
