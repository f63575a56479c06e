import { classNames } from './class-names'
import { LoadingRegion } from './loading-region'
import { Skeleton } from './skeleton'

type CardSkeletonProps = { label: string; bodyClassName?: string; className?: string }

/** A Card while it loads; `bodyClassName` gives the height of what is to come, so nothing moves. */
export const CardSkeleton = ({ label, bodyClassName = 'h-40', className }: CardSkeletonProps) => (
  <LoadingRegion label={label}>
    <div className={classNames('rounded-lg border border-line bg-panel px-5 py-4.5', className)}>
      <Skeleton className="h-5 w-40" />
      <Skeleton className={classNames('mt-3 w-full', bodyClassName)} />
    </div>
  </LoadingRegion>
)
