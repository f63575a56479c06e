import { MaturitySkeleton } from '@/components/maturity/maturity-skeleton'

export default MaturitySkeleton
