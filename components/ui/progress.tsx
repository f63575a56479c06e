import { classNames } from './class-names'

type ProgressProps = {
  label: string
  /** null while the total is not known: the bar shows activity, not a share. */
  value: number | null
  max?: number
  /** Beside the label: counts and time left, for example `1,204 of 18,422, about 2 min left`. */
  detail?: string
  labelHidden?: boolean
}

/** How far long work has come, with its counts. */
export const Progress = ({ label, value, max = 100, detail, labelHidden = false }: ProgressProps) => (
  <div className="grid gap-1">
    {labelHidden ? null : (
      <div className="flex justify-between gap-4 text-sm">
        <span>{label}</span>
        {detail === undefined ? null : <span className="text-ink-3 tabular-nums">{detail}</span>}
      </div>
    )}
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value ?? undefined}
      aria-valuetext={detail}
      className="h-1.5 overflow-hidden rounded-full bg-band"
    >
      <div
        data-fill
        className={classNames(
          'h-full rounded-full bg-accent transition-[width] duration-300',
          value === null && 'w-1/3 animate-pulse motion-reduce:animate-none',
        )}
        style={value === null ? undefined : { width: `${max > 0 ? Math.min(100, (100 * value) / max) : 0}%` }}
      />
    </div>
  </div>
)
