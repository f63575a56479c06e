import { Card } from '@/components/ui/card'
import { Stat } from '@/components/ui/stat'
import type { operationCounts } from '@/lib/presentation/desk-title'
import { countText } from '@/lib/presentation/number'
import { coverageText } from '@/lib/presentation/operation-text'
import { StateWord } from './state-word'

type Props = { counts: ReturnType<typeof operationCounts>; gaps: number }

/** How many requirements came to what, and how they are covered. */
export const DeskCounts = ({ counts, gaps }: Props) => (
  <Card
    title="Over the whole period"
    note="Failed when any quarter failed; missing when in any nobody looked; unknown when in any nobody could tell; else held."
    footer={`${counts.coverage.map(({ coverage, count }) => `${coverageText(coverage)}: ${countText(count)}`).join(' · ')} · Gaps: ${countText(gaps)}`}
  >
    <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      {counts.states.map(({ state, count }) => (
        <Stat key={state} value={countText(count)} note={<StateWord state={state} />} />
      ))}
    </div>
  </Card>
)
