import { LocalTime } from '@/components/ui/local-time'
import { Mark } from '@/components/ui/mark'
import type { RunEvent } from '@/lib/model/run'

const TONES = { info: 'neutral', warning: 'warn', error: 'bad' } as const

/** Lines of a run's log, in the order given. */
export const LogLines = ({ lines }: { lines: readonly RunEvent[] }) => (
  <ol className="grid text-sm">
    {lines.map(({ id, at, level, unit, message }) => (
      <li key={id} className="flex gap-2.5 border-line border-b py-1.5 last:border-b-0">
        <Mark tone={TONES[level]} label={level === 'info' ? undefined : level} className="mt-1.5" />
        <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          {message}
          {unit === null ? null : <span className="block text-ink-3 text-xs">{unit}</span>}
        </span>
        <span className="shrink-0 text-ink-3 text-xs leading-5">
          <LocalTime instant={at} show="time" />
        </span>
      </li>
    ))}
  </ol>
)
