import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import type { Requirement } from '@/lib/model/requirement'
import type { RequirementOperation } from '@/lib/model/requirement-operation'
import { coverageText } from '@/lib/presentation/operation-text'
import { QuarterStrip } from './quarter-strip'
import { StateWord } from './state-word'

type Named = Requirement['capabilities'][number] & { name: string }
type Props = { operation: RequirementOperation; capabilities: readonly Named[] }

const LABELS = {
  reviewed: 'reviewed',
  corroborated: 'corroborated',
  judgement: 'judgement',
  own: 'own',
} as const

/** What a requirement came to over the period, and which capabilities speak to it. */
export const RequirementCard = ({ operation, capabilities }: Props) => (
  <Card title="Over the period">
    <Facts
      className="max-w-3xl"
      items={[
        { term: 'State', value: <StateWord state={operation.state} /> },
        { term: 'Coverage', value: coverageText(operation.coverage) },
        { term: 'Quarters', value: <QuarterStrip quarters={operation.quarters} /> },
        {
          term: 'Capabilities',
          value: (
            <ul>
              {capabilities.map(({ id, name, label }) => (
                <li key={id}>
                  {id} {name} <span className="text-ink-3">({LABELS[label]})</span>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  </Card>
)
