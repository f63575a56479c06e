import type { Metadata } from 'next'
import { OrganizationForm } from '@/components/organizations/organization-form'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { CLOUDS, SECTORS } from '@/lib/model/organization'
import { cloudName } from '@/lib/presentation/cloud'
import { sectorName } from '@/lib/presentation/identity'

export const metadata: Metadata = { title: 'Create an organization' }

export default function NewOrganizationPage() {
  return (
    <>
      <PageHeading
        title="Create an organization"
        sub="Its records are walled off from every other organization. You become its administrator."
      />
      <Card title="What it is">
        <OrganizationForm
          sectors={SECTORS.map((value) => ({ value, label: sectorName(value) }))}
          clouds={CLOUDS.map((value) => ({ value, label: cloudName(value) }))}
        />
      </Card>
    </>
  )
}
