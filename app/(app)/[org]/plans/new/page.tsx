import type { Metadata } from 'next'
import { z } from 'zod'
import { PlanWizard } from '@/components/plans/plan-wizard'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { capabilities } from '@/lib/framework/capabilities'
import { layers } from '@/lib/framework/layers'
import { Connection } from '@/lib/model/connection'
import { paths } from '@/lib/queries/paths'

export const metadata: Metadata = { title: 'Hand in a plan' }

const NAMES = Object.fromEntries([...layers, ...capabilities].map(({ id, name }) => [id, name]))

const Query = z.object({ connection: Connection.shape.name.catch('terraform') })

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function NewPlanPage({ params, searchParams }: Props) {
  const { org } = await params
  const { membership } = await requireMember(org)
  const { connection } = Query.parse(await searchParams)
  return (
    <>
      <PageHeading
        title="Hand in a Terraform plan or state"
        sub={`Into ${membership.name}. Only attributes that checks ask for are held, and no value marked sensitive ever is.`}
        actions={<LinkButton href={paths.connections(org)}>Connections</LinkButton>}
      />
      <PlanWizard org={org} mayRecord={can(membership.role, 'run:start')} names={NAMES} given={connection} />
    </>
  )
}
