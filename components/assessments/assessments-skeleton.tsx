import { CardSkeleton } from '@/components/ui/card-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The list of assessments while it loads: heading, filters, table. */
export const AssessmentsSkeleton = () => (
  <>
    <div className="mb-4">
      <Skeleton className="h-6.5 w-[min(26rem,90%)]" />
      <Skeleton className="mt-2 h-4.5 w-[min(34rem,100%)]" />
      <Skeleton className="mt-3.5 h-7 w-24 rounded-full" />
    </div>
    <CardSkeleton label="Loading the assessments" bodyClassName="h-72" />
  </>
)
