import type { Metadata } from 'next'
import { ConnectionActions } from '@/components/connections/connection-actions'
import { PageHeading } from '@/components/ui/page-heading'
import { TabLinks } from '@/components/ui/tab-links'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { connectionHealth, isRead, kindName, sourceText } from '@/lib/presentation/connection'
import { paths } from '@/lib/queries/paths'
import { getConnection } from '@/lib/services/get-connection'
import { listDeployments } from '@/lib/services/list-deployments'
import { OverviewTab } from './overview-tab'
import { SettingsTab } from './settings-tab'
import { SetupTab } from './setup-tab'

export const metadata: Metadata = { title: 'Connection' }

type Props = {
  params: Promise<{ org: string; connection: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ConnectionPage({ params, searchParams }: Props) {
  const { org, connection: id } = await params
  const { actor, membership } = await requireMember(org)
  const connection = await orNotFound(getConnection(actor, { org, id }))
  const deployments = await listDeployments(actor, { org })
  const writable = can(membership.role, 'connection:write')
  const tabs = [
    { id: 'overview', label: 'Overview' },
    ...(isRead(connection.settings.kind) ? [{ id: 'setup', label: 'Set up' }] : []),
    ...(writable ? [{ id: 'settings', label: 'Settings' }] : []),
  ]
  const asked = (await searchParams).tab
  const tab = tabs.find((one) => one.id === asked)?.id ?? 'overview'
  const part = { actor, org, connection, deployments, role: membership.role }
  return (
    <>
      <PageHeading
        title={`${connection.name}: ${connectionHealth(connection).text.toLowerCase()}`}
        sub={`${kindName(connection.settings.kind)}, ${sourceText(connection.settings)}`}
        actions={<ConnectionActions org={org} connection={connection} role={membership.role} />}
      />
      <TabLinks
        label="Parts of this connection"
        className="mb-4"
        tabs={tabs.map((one) => ({
          label: one.label,
          href: paths.connection(org, id, one.id === 'overview' ? undefined : one.id),
          current: one.id === tab,
        }))}
      />
      {tab === 'overview' ? <OverviewTab {...part} /> : null}
      {tab === 'setup' ? <SetupTab {...part} /> : null}
      {tab === 'settings' ? <SettingsTab {...part} /> : null}
    </>
  )
}
