import ChevronDown from 'lucide-react/icons/chevron-down'
import { Card } from '@/components/ui/card'
import { Mark } from '@/components/ui/mark'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { PlanFailure } from '@/lib/model/plan-report'
import { findingSeverityLabel, findingSeverityTone } from '@/lib/presentation/finding'
import { countText } from '@/lib/presentation/number'
import { paths } from '@/lib/queries/paths'
import { byCheck, heaviestFirst } from './by-check'

type Props = { org: string; failures: readonly PlanFailure[] }

/** Each check that does not hold, its fix once, and the resources it is about. */
export const PlanFailures = ({ org, failures }: Props) =>
  failures.length === 0 ? null : (
    <Card title="What fails" note={`${countText(failures.length)} results, under the check they are of.`}>
      <ul>
        {byCheck(heaviestFirst(failures)).map(({ checkId, items }, at) => (
          <li key={checkId} className="border-line border-b last:border-b-0">
            <Failing org={org} items={items} open={at === 0} />
          </li>
        ))}
      </ul>
    </Card>
  )

function Failing({ org, items, open }: { org: string; items: readonly PlanFailure[]; open: boolean }) {
  const [first] = items
  if (!first) return null
  return (
    <details open={open} className="group">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 text-sm hover:bg-hover">
        <span className="flex min-w-0 items-baseline gap-2.5">
          <Mark tone={findingSeverityTone(first.severity)} />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <span className="font-semibold">{first.title}</span>{' '}
            <span className="text-ink-3 text-xs">{findingSeverityLabel(first.severity)}</span>
          </span>
        </span>
        <span className="flex flex-wrap items-center gap-1.5 text-ink-3 text-xs tabular-nums">
          {countText(items.length)}
          {first.capabilities.map((one) => (
            <Tag key={one}>{one}</Tag>
          ))}
          <ChevronDown aria-hidden="true" className="ml-1 size-4 group-open:rotate-180" />
        </span>
      </summary>
      <div className="pt-1 pb-4">
        <p className="text-sm">
          <span className="font-medium">Fix: </span>
          {first.fix} <TextLink href={paths.check(org, first.checkId)}>About this check</TextLink>
        </p>
        <ul className="mt-2 grid max-h-96 gap-2 overflow-y-auto text-sm">
          {items.map(({ key, resource, message }) => (
            <li key={key} className="[overflow-wrap:anywhere]">
              <code className="font-mono text-xs">{resource}</code>
              <span className="block text-ink-2 text-xs">{message}</span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
