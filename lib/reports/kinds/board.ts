import type { FindingCounts } from '@/lib/model/finding-counts'
import type { Instant } from '@/lib/model/instant'
import type { Overview } from '@/lib/model/overview'
import { layerName } from '@/lib/presentation/layer'
import { maturityTitle } from '@/lib/presentation/maturity-title'
import { outcomeLine } from '@/lib/presentation/outcome-line'
import { overviewLine } from '@/lib/presentation/overview-line'
import { findingsText } from '../parts/findings'
import { formulasOf } from '../parts/formulas'
import { ladderLine, layerLadder } from '../parts/layers'
import { COMPARISON_LIMIT, outcomeFigures } from '../parts/outcomes'
import { layerSteps, weakestOf } from '../parts/steps'
import type { Block, Report, Section } from '../report'

export type BoardFacts = { asOf: Instant; overview: Overview; counts: FindingCounts }

const NOT_ASSESSED: Block = {
  kind: 'note',
  tone: 'unknown',
  text: 'Nothing was assessed and approved yet, so no stage and no score can be shown.',
}

/** One A4 page for a board: where the organization stands, whether the rollout worked, what comes next, how to read it. */
export function boardReport({ asOf, overview, counts }: BoardFacts): Report {
  const { organization, current, outcome, deployment } = overview
  return {
    kind: 'board',
    name: 'Zero-trust board report',
    title: maturityTitle(organization.name, current?.maturity ?? null),
    line: overviewLine(overview),
    organization: organization.name,
    synthetic: organization.synthetic,
    asOf,
    formulas: formulasOf({ maturity: current?.maturity ?? null, outcome: outcome?.result ?? null, posture: null }),
    single: true,
    sections: [
      { title: 'Maturity by layer', blocks: current ? [layerLadder(current), ladderLine(current)] : [NOT_ASSESSED] },
      outcomeSection(overview),
      {
        title: 'What comes next',
        blocks: [
          {
            kind: 'columns',
            columns: [
              { width: 1.5, blocks: nextBlocks(overview) },
              { width: 1, blocks: [...riskBlocks(counts), ...reading(deployment !== null)] },
            ],
          },
        ],
      },
    ],
  }
}

function outcomeSection({ outcome, deployment, organization }: Overview): Section {
  const title = 'Before and after the rollout'
  if (!outcome || !deployment)
    return {
      title,
      blocks: [{ kind: 'note', tone: 'unknown', text: 'No deployment yet, so there is nothing to compare.' }],
    }
  const line = outcomeLine({ deployment, ...outcome }, organization.name).text
  return {
    title,
    blocks: [
      outcomeFigures(outcome.result, deployment.rollouts),
      { kind: 'paragraph', quiet: true, text: `${line} ${COMPARISON_LIMIT}` },
    ],
  }
}

function nextBlocks({ current }: Overview): Block[] {
  const weakest = current && weakestOf(current.maturity)
  if (!weakest) return [NOT_ASSESSED]
  return [{ kind: 'heading', text: `What raises ${layerName(weakest.layer)} most` }, layerSteps(weakest, 3)]
}

const riskBlocks = (counts: FindingCounts): Block[] => [
  { kind: 'heading', text: 'Open technical risk' },
  { kind: 'paragraph', text: findingsText(counts) },
]

const reading = (compared: boolean): Block[] => [
  { kind: 'heading', text: 'How to read this page' },
  {
    kind: 'paragraph',
    quiet: true,
    text: 'Stages rise from Traditional over Initial and Advanced to Optimal; the weakest layer sets the overall stage. The score runs from 0 to 100. Measured is the share of the framework’s weight that was assessed: what was not measured is unknown and never counts as good. The diamond is the target.',
  },
  ...(compared
    ? [
        {
          kind: 'paragraph' as const,
          quiet: true,
          text: 'Small lines: months, baseline as a band, coloured strokes for layers that went live.',
        },
      ]
    : []),
]
