import type { Overview } from '@/lib/model/overview'
import { outcomeLine } from '@/lib/presentation/outcome-line'
import { windowText } from '@/lib/presentation/rollout-timeline'
import type { Block, Section } from '../report'
import { COMPARISON_LIMIT, outcomeFigures, outcomeTrends } from './outcomes'
import { monthSpreads, readingsTable } from './readings'

const NOTHING: Block = { kind: 'note', tone: 'unknown', text: 'No deployment yet, so there is nothing to compare.' }

/** The four metrics in full: figures, readings with n, the range of months, and each month drawn. */
export function outcomeSection({ outcome, deployment, organization }: Overview): Section {
  const title = 'Before and after the rollout'
  if (!outcome || !deployment) return { title, blocks: [NOTHING] }
  const { result } = outcome
  const line = outcomeLine({ deployment, ...outcome }, organization.name).text
  const refused: Block[] = result.refusal ? [{ kind: 'note', tone: 'unknown', text: result.refusal }] : []
  return {
    title,
    blocks: [
      { kind: 'paragraph', text: `${line} ${windowText(deployment.rollouts)}` },
      ...refused,
      outcomeFigures(result, deployment.rollouts),
      { kind: 'paragraph', quiet: true, text: COMPARISON_LIMIT },
      ...(result.refusal
        ? []
        : [readingsTable(result), { kind: 'heading' as const, text: 'Lowest to highest month' }, monthSpreads(result)]),
      ...(result.refusal
        ? []
        : [
            {
              kind: 'paragraph' as const,
              quiet: true,
              text: 'Grey is the baseline, colour the months since go-live; the strokes are the baseline’s mean and the latest reading. These are the months as they were, not confidence intervals.',
            },
          ]),
      ...outcomeTrends(result, deployment.rollouts),
    ],
  }
}
