import { PageSkeleton } from '@/components/ui/page-skeleton'

export default function PortfolioLoading() {
  return <PageSkeleton label="Loading the portfolio" />
}
