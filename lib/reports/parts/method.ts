import type { Maturity } from '@/lib/model/maturity'
import type { Outcome } from '@/lib/model/outcome'
import { monthText } from '@/lib/presentation/date'
import { NOT_KNOWN } from '@/lib/presentation/number'
import { shareText } from '@/lib/presentation/score'
import type { Block } from '../report'

/** How the figures come about, in the words of the pages, and what they leave out. */
export const methodBlocks = (
  maturity: Pick<Maturity, 'formula' | 'framework'> | null,
  outcome: Outcome | null,
): Block[] => [
  { kind: 'heading', text: 'Maturity' },
  {
    kind: 'paragraph',
    text: 'A capability’s score is its stage (0 Traditional to 3 Optimal); a layer’s score is the mean of its capabilities by weight, from 0 to 100. Only what was assessed counts, and coverage says how much of the weight that is. A layer with less than half its weight assessed has no stage. The overall stage is that of the lowest layer. Where checks contradict an answer the stage is capped.',
  },
  { kind: 'heading', text: 'Before and after' },
  {
    kind: 'paragraph',
    text: 'Records are counted in UTC months. The baseline is the six months before the first layer began; readings are the single months 3, 6 and 12 of live operation, the go-live month counting as month 1. A month without records stays missing: it is neither zero nor filled in. Time to detect is detected minus occurred; an unknown onset carries no time. Time to resolve is resolved minus detected; open incidents are left out, which flatters the mean. Pass rate is controls passed of controls assessed.',
  },
  {
    kind: 'facts',
    facts: [
      { label: 'Formula of maturity', text: maturity?.formula ?? NOT_KNOWN },
      { label: 'Framework', text: maturity?.framework ?? NOT_KNOWN },
      { label: 'Formula of outcomes', text: outcome?.formula ?? NOT_KNOWN },
      {
        label: 'Baseline',
        text: outcome?.baseline
          ? `${monthText(outcome.baseline.from)} to ${monthText(outcome.baseline.to)}`
          : NOT_KNOWN,
      },
      { label: 'Go-live', text: outcome?.goLive ? monthText(outcome.goLive) : NOT_KNOWN },
      { label: 'Incidents with unknown onset', text: shareText(outcome?.unknownOnsetShare ?? null) },
      { label: 'Incidents still open', text: shareText(outcome?.openShare ?? null) },
    ],
  },
]
