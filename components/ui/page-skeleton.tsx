import { CardSkeleton } from './card-skeleton'
import { Skeleton } from './skeleton'

/** A page while it loads: its heading, the line under it, and a card. */
export const PageSkeleton = ({ label }: { label: string }) => (
  <>
    <Skeleton className="h-7 w-[min(34rem,80%)]" />
    <Skeleton className="mt-2.5 mb-5 h-4 w-[min(26rem,60%)]" />
    <CardSkeleton label={label} bodyClassName="h-96" />
  </>
)
