import { PageSkeleton } from '@/components/ui/page-skeleton'

export default function OrganizationLoading() {
  return <PageSkeleton label="Loading the page" />
}
