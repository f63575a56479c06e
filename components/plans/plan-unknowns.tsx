import { Card } from '@/components/ui/card'
import { Mark } from '@/components/ui/mark'
import { TextLink } from '@/components/ui/text-link'
import type { PlanUnknown, PlanVerdict } from '@/lib/model/plan-report'
import { countText } from '@/lib/presentation/number'
import { planUnknownText } from '@/lib/presentation/plan'
import { paths } from '@/lib/queries/paths'
import { byCheck } from './by-check'

type Props = { org: string; unknowns: readonly PlanUnknown[]; verdicts: readonly PlanVerdict[] }

/** What nobody can decide yet, and why: parts of the file that were not there, then resources, under their check. */
export function PlanUnknowns({ org, unknowns, verdicts }: Props) {
  const gaps = new Set(verdicts.flatMap((one) => one.gaps.map(({ operation, detail }) => `${operation}: ${detail}`)))
  const titles = new Map(verdicts.map(({ checkId, title }) => [checkId, title]))
  if (gaps.size + unknowns.length === 0) return null
  return (
    <Card
      title="What is unknown"
      note="Unknown is neither pass nor fail. A gate stops at it unless it is told to let it pass."
    >
      <ul className="grid text-sm">
        {[...gaps].map((gap) => (
          <li key={gap} className="flex gap-2.5 border-line border-b py-2 last:border-b-0">
            <Mark tone="unknown" className="mt-1.5" />
            <span className="min-w-0 [overflow-wrap:anywhere]">{gap}</span>
          </li>
        ))}
        {byCheck(unknowns).map(({ checkId, items }) => (
          <li key={checkId} className="flex gap-2.5 border-line border-b py-2 last:border-b-0">
            <Mark tone="unknown" className="mt-1.5" />
            <div className="min-w-0 flex-1">
              <TextLink quiet href={paths.check(org, checkId)} className="font-medium [overflow-wrap:anywhere]">
                {titles.get(checkId) ?? checkId}
              </TextLink>{' '}
              <span className="text-ink-3 text-xs tabular-nums">{countText(items.length)}</span>
              <ul className="mt-1 grid max-h-72 gap-1 overflow-y-auto">
                {items.map(({ key, resource, cause }) => (
                  <li key={key} className="[overflow-wrap:anywhere]">
                    <code className="font-mono text-xs">{resource}</code>
                    <span className="block text-ink-3 text-xs">{planUnknownText(cause)}</span>
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
