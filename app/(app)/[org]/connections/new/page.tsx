import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConnectionForm } from '@/components/connections/connection-form'
import { KindChoice } from '@/components/connections/kind-choice'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { ConnectionKind } from '@/lib/model/connection'
import { isRead, kindChoices, kindName } from '@/lib/presentation/connection'
import { paths } from '@/lib/queries/paths'
import { listDeployments } from '@/lib/services/list-deployments'

export const metadata: Metadata = { title: 'Connect a source' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function NewConnectionPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'connection:write')) notFound()
  const kind = ConnectionKind.nullable()
    .catch(null)
    .parse((await searchParams).kind ?? null)
  if (kind === null) {
    return (
      <>
        <PageHeading title="What do you connect?" sub={`To ${membership.name}. Every kind is read only.`} />
        <KindChoice org={org} kinds={kindChoices()} />
      </>
    )
  }
  const deployments = await listDeployments(actor, { org })
  return (
    <>
      <PageHeading
        title={`Connect ${kindName(kind)}`}
        sub={
          <>
            {isRead(kind)
              ? 'Say what is to be read; the next page shows what to set up at the source, tests it and starts the first run. '
              : 'Say what will be handed in; the next page takes the files. '}
            <TextLink href={paths.newConnection(org)}>Another kind</TextLink>
          </>
        }
      />
      <Card title="1. Name, scope and schedule">
        <ConnectionForm
          key={kind}
          org={org}
          kind={kind}
          connection={null}
          deployments={deployments.map(({ id, name }) => ({ id, name }))}
          withKubeconfig={can(membership.role, 'connection:credentials')}
        />
      </Card>
    </>
  )
}
