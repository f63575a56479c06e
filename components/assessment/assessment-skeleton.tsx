import { LoadingRegion } from '@/components/ui/loading-region'
import { Skeleton } from '@/components/ui/skeleton'

/** An assessment while it loads: its bar, the list of capabilities, heading and stages. */
export const AssessmentSkeleton = () => (
  <LoadingRegion label="Loading the assessment">
    <div className="mb-5 flex items-center justify-between border-line border-b pb-3">
      <Skeleton className="h-5 w-[min(24rem,60%)]" />
      <Skeleton className="h-8 w-28" />
    </div>
    <div className="grid gap-x-5 gap-y-4 @4xl/main:grid-cols-[15.5rem_minmax(0,1fr)]">
      <Skeleton className="h-8 @4xl/main:h-96" />
      <div>
        <Skeleton className="h-6.5 w-[min(28rem,90%)]" />
        <Skeleton className="mt-2 mb-4 h-4.5 w-[min(36rem,100%)]" />
        <Skeleton className="h-60" />
        <div className="mt-4 grid gap-4 @3xl/main:grid-cols-2">
          <Skeleton className="h-64" />
          <Skeleton className="h-64" />
        </div>
      </div>
    </div>
  </LoadingRegion>
)
