import { CardSkeleton } from '@/components/ui/card-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The form for a new assessment while it loads. */
export const FormSkeleton = () => (
  <>
    <div className="mb-4">
      <Skeleton className="h-6.5 w-56" />
      <Skeleton className="mt-2 h-4.5 w-40" />
    </div>
    <CardSkeleton label="Loading the form" bodyClassName="h-56" />
  </>
)
