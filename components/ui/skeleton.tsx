import { classNames } from './class-names'

/** A grey shape in the size of what is loading; give the size in `className`. Silent for assistive technology. */
export const Skeleton = ({ className }: { className?: string }) => (
  <div
    aria-hidden="true"
    className={classNames('animate-pulse rounded-sm bg-band motion-reduce:animate-none', className)}
  />
)
