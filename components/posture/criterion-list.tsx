import { Mark } from '@/components/ui/mark'
import { TextLink } from '@/components/ui/text-link'
import type { PostureCriterion } from '@/lib/model/posture'
import { countedText, neededText, stageStateLabel, stageStateTone } from '@/lib/presentation/verdict'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; criteria: readonly PostureCriterion[]; asserts: (check: string) => string }

/** The clauses of a stage that checks bear on: what each needs, what was found, and the way to the check. */
export const CriterionList = ({ org, criteria, asserts }: Props) => (
  <ul className="grid gap-1.5">
    {criteria.map((one) => (
      <li key={one.checkId} className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2 text-sm">
        <Mark tone={stageStateTone(one.state)} label={stageStateLabel(one.state)} />
        <span className="min-w-0">
          <TextLink quiet href={paths.check(org, one.checkId)}>
            {asserts(one.checkId)}
          </TextLink>
          <span className="block text-ink-3 text-xs tabular-nums">
            needs {neededText(one.atLeast)}; {foundText(one)}
          </span>
        </span>
      </li>
    ))}
  </ul>
)

function foundText(one: PostureCriterion): string {
  if (one.verdict === 'not_applicable') return 'does not apply here'
  if (one.state === 'silent') return 'no connection has run it'
  return one.state === 'open' ? `${countedText(one)}, not read in full` : countedText(one)
}
