import { LadderSkeleton } from '@/components/ladder/ladder-skeleton'
import { CardSkeleton } from '@/components/ui/card-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** The maturity page while it loads: heading, choices, tabs, ladder and radar, table. */
export const MaturitySkeleton = () => (
  <>
    <div className="mb-4">
      <Skeleton className="h-6.5 w-[min(34rem,95%)]" />
      <Skeleton className="mt-2 h-4.5 w-[min(30rem,90%)]" />
      <div className="mt-3.5 flex gap-2">
        <Skeleton className="h-7 w-32 rounded-full" />
        <Skeleton className="h-7 w-44 rounded-full" />
      </div>
    </div>
    <Skeleton className="mb-4 h-8" />
    <div className="grid gap-4">
      <div className="rounded-lg border border-line bg-panel px-5 py-4.5">
        <Skeleton className="mb-3 h-5 w-40" />
        <LadderSkeleton label="Loading the maturity of five layers" lines={5} />
      </div>
      <CardSkeleton label="Loading the radar and the history" bodyClassName="h-72" />
    </div>
    <CardSkeleton label="Loading the capabilities" bodyClassName="h-96" className="mt-4" />
  </>
)
