import type { ReactNode } from 'react'
import { QueryProvider } from '@/components/query/query-provider'
import { requireDeskMember } from '@/lib/auth/page-actor'
import { getOrganization } from '@/lib/services/get-organization'
import { Frame } from '../frame'

type Props = { params: Promise<{ org: string }>; children: ReactNode }

export default async function OrganizationLayout({ params, children }: Props) {
  const { org } = await params
  const { actor } = await requireDeskMember(org)
  const organization = await getOrganization(actor, { org })
  return (
    <QueryProvider>
      <Frame actor={actor} organization={organization} synthetic={organization.synthetic}>
        {children}
      </Frame>
    </QueryProvider>
  )
}
