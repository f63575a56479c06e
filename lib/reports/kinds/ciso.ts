import type { FixEffect } from '@/lib/model/finding-change'
import type { FindingCounts } from '@/lib/model/finding-counts'
import type { Instant } from '@/lib/model/instant'
import type { Overview } from '@/lib/model/overview'
import type { Posture } from '@/lib/model/posture'
import type { AcceptedRisk, Counted } from '@/lib/model/report-facts'
import { layerName } from '@/lib/presentation/layer'
import { maturityTitle } from '@/lib/presentation/maturity-title'
import { overviewLine } from '@/lib/presentation/overview-line'
import { capabilityTables, planTable } from '../parts/capabilities'
import { coverageBlocks } from '../parts/coverage'
import { exceptionBlocks } from '../parts/exceptions'
import { acceptedText, findingFacts, findingsText, findingTables } from '../parts/findings'
import { formulasOf } from '../parts/formulas'
import { ladderLine, layerLadder } from '../parts/layers'
import { methodBlocks } from '../parts/method'
import { outcomeSection } from '../parts/outcome-section'
import { layerSteps, weakestOf } from '../parts/steps'
import type { Block, Report, Section } from '../report'

export type CisoFacts = {
  asOf: Instant
  overview: Overview
  /** What the checks support in the whole organization; null before the first run. */
  posture: Posture | null
  counts: FindingCounts
  accepted: FixEffect | null
  risks: Counted<AcceptedRisk>
}

const NOT_ASSESSED: Block = {
  kind: 'note',
  tone: 'unknown',
  text: 'Nothing was assessed and approved yet, so no stage and no score can be shown.',
}

/** Everything a CISO answers for: maturity, outcomes, plan, findings, exceptions, what is not known, and the method. */
export function cisoReport(facts: CisoFacts): Report {
  const { asOf, overview, posture, counts, accepted, risks } = facts
  const { organization, current, outcome } = overview
  const maturity = current?.maturity ?? null
  return {
    kind: 'ciso',
    name: 'Zero-trust report',
    title: maturityTitle(organization.name, maturity),
    line: overviewLine(overview),
    organization: organization.name,
    synthetic: organization.synthetic,
    asOf,
    formulas: formulasOf({ maturity, outcome: outcome?.result ?? null, posture }),
    single: false,
    sections: [
      { title: 'Maturity by layer', blocks: current ? [layerLadder(current), ladderLine(current)] : [NOT_ASSESSED] },
      planSection(overview),
      outcomeSection(overview),
      {
        title: 'Findings',
        blocks: [{ kind: 'paragraph', text: findingsText(counts) }, findingFacts(counts), findingTables(counts)],
      },
      {
        title: 'Accepted risks',
        blocks: [{ kind: 'paragraph', text: acceptedText(accepted) }, ...exceptionBlocks(risks)],
      },
      { title: 'Coverage and what is not known', blocks: coverageBlocks(maturity, posture) },
      ...(maturity ? [{ title: 'Capabilities', apart: true, blocks: capabilityTables(maturity) }] : []),
      { title: 'Method', blocks: methodBlocks(maturity, outcome?.result ?? null) },
    ],
  }
}

function planSection({ current }: Overview): Section {
  const title = 'Plan'
  const weakest = current && weakestOf(current.maturity)
  if (!current || !weakest) return { title, blocks: [NOT_ASSESSED] }
  return {
    title,
    blocks: [
      { kind: 'heading', text: `What raises ${layerName(weakest.layer)} most` },
      layerSteps(weakest, 3),
      { kind: 'heading', text: 'The next two steps of every layer' },
      planTable(current.maturity),
      {
        kind: 'paragraph',
        quiet: true,
        text: 'One stage a step, ordered by points gained; effort is not weighed. The score after counts the steps above it in the same layer as taken.',
      },
    ],
  }
}
