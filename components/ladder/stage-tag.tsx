import { classNames } from '@/components/ui/class-names'
import type { StepTone } from '@/components/ui/tone'

const SWATCH: Record<StepTone, string> = { s0: 'bg-s0', s1: 'bg-s1', s2: 'bg-s2', s3: 'bg-s3' }

/** A stage in running text or a list: a small square in its tone and the word. */
export const StageTag = ({ label, tone }: { label: string; tone: StepTone | null }) => (
  <span
    className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', tone === null && 'text-unknown italic')}
  >
    <span
      aria-hidden="true"
      data-fill
      className={classNames(
        'size-2.5 rounded-[2px]',
        tone === null ? 'border border-unknown border-dashed' : SWATCH[tone],
      )}
    />
    {label}
  </span>
)
