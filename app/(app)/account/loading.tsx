import { PageSkeleton } from '@/components/ui/page-skeleton'

export default function AccountLoading() {
  return <PageSkeleton label="Loading your account" />
}
