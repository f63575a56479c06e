import { LoadingRegion } from '@/components/ui/loading-region'
import { Skeleton } from '@/components/ui/skeleton'

/** A Ladder while it loads: as many lines, of the same height. */
export const LadderSkeleton = ({ label, lines }: { label: string; lines: number }) => (
  <LoadingRegion label={label}>
    <div className="@container">
      <div className="h-5" />
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are alike
        <div key={line} className="h-[6.25rem] py-2 @2xl:h-[3.375rem]">
          <Skeleton className="h-full" />
        </div>
      ))}
    </div>
  </LoadingRegion>
)
