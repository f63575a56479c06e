import { Mark } from '@/components/ui/mark'
import type { PackCheck } from '@/lib/model/pack-verification'
import { packCheckOutcome, packCheckTitle } from '@/lib/presentation/pack-verification'

const toneOf = ({ passed }: PackCheck) => (passed === null ? 'unknown' : passed ? 'good' : 'bad')

/** Each check with how it ended and why. */
export const PackChecks = ({ checks }: { checks: readonly PackCheck[] }) => (
  <ul className="grid gap-2.5 text-sm">
    {checks.map((check) => (
      <li key={check.check} className="flex gap-2.5">
        <Mark tone={toneOf(check)} className="mt-1.5" />
        <span className="min-w-0">
          <span className="font-medium">
            {packCheckTitle(check.check)}: {packCheckOutcome(check)}.
          </span>{' '}
          <span className="text-ink-2 [overflow-wrap:anywhere]">{check.sentence}</span>
        </span>
      </li>
    ))}
  </ul>
)
