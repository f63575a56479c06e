import { Mark } from '@/components/ui/mark'
import type { Coverage } from '@/lib/model/coverage'
import { countText } from '@/lib/presentation/number'

/** Operations and what became of each; what was not read in full says why. */
export const CoverageList = ({ coverage }: { coverage: readonly Coverage[] }) => (
  <ul className="grid text-sm">
    {coverage.map(({ operation, pages, items, error }) => (
      <li key={operation} className="flex gap-2.5 border-line border-b py-2 last:border-b-0">
        <Mark tone={error === null ? 'good' : 'warn'} label={error === null ? 'read' : 'not read'} className="mt-1.5" />
        <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          {operation}
          {error === null ? null : (
            <span className="block text-warn text-xs">
              {error.items === undefined ? '' : `${countText(error.items)} items: `}
              {error.code}: {error.message}
            </span>
          )}
        </span>
        <span className="shrink-0 text-ink-3 text-xs leading-5 tabular-nums">
          {countText(items)} items, {countText(pages)} {pages === 1 ? 'page' : 'pages'}
        </span>
      </li>
    ))}
  </ul>
)
