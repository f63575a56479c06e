import type { Deployment } from '@/lib/model/deployment'
import type { Instant } from '@/lib/model/instant'
import type { MaturityPoint } from '@/lib/model/maturity-history'
import type { Overview } from '@/lib/model/overview'
import type { Posture } from '@/lib/model/posture'
import type { DeploymentRecords } from '@/lib/model/report-facts'
import { dayText } from '@/lib/presentation/date'
import { layerName, layerTone } from '@/lib/presentation/layer'
import { maturityTitle } from '@/lib/presentation/maturity-title'
import { overviewLine } from '@/lib/presentation/overview-line'
import { timelineOf, windowText } from '@/lib/presentation/rollout-timeline'
import { coverageBlocks } from '../parts/coverage'
import { formulasOf } from '../parts/formulas'
import { historyTable } from '../parts/history'
import { ladderLine, layerLadder } from '../parts/layers'
import { outcomeSection } from '../parts/outcome-section'
import { auditBlocks, incidentBlocks } from '../parts/records'
import type { Block, Report } from '../report'

export type DeploymentFacts = {
  asOf: Instant
  overview: Overview
  deployment: Deployment
  history: readonly MaturityPoint[]
  posture: Posture | null
  records: DeploymentRecords
}

const NOT_ASSESSED: Block = {
  kind: 'note',
  tone: 'unknown',
  text: 'No assessment of this deployment was approved yet, so no stage and no score can be shown.',
}

/** One rollout from its first day: when each layer began and went live, where it stands, and what changed. */
export function deploymentReport(facts: DeploymentFacts): Report {
  const { asOf, overview, deployment, history, posture, records } = facts
  const { organization, current, outcome } = overview
  const maturity = current?.maturity ?? null
  return {
    kind: 'deployment',
    name: 'Deployment report',
    title: maturityTitle(deployment.name, maturity),
    line: `${organization.name}. ${overviewLine(overview)}`,
    organization: organization.name,
    synthetic: organization.synthetic,
    asOf,
    formulas: formulasOf({ maturity, outcome: outcome?.result ?? null, posture }),
    single: false,
    sections: [
      { title: 'Rollout', blocks: rolloutBlocks(deployment, asOf.slice(0, 10)) },
      { title: 'Maturity by layer', blocks: current ? [layerLadder(current), ladderLine(current)] : [NOT_ASSESSED] },
      { title: 'Assessments over time', blocks: [historyTable(history)] },
      outcomeSection(overview),
      { title: 'Audits', blocks: auditBlocks(records.audits) },
      { title: 'Incidents', blocks: incidentBlocks(records) },
      { title: 'Coverage and what is not known', blocks: coverageBlocks(maturity, posture) },
    ],
  }
}

function rolloutBlocks({ rollouts }: Deployment, today: string): Block[] {
  const timeline = timelineOf(rollouts, today)
  const rows = rollouts.map(({ layer, beganOn, liveOn }) => ({
    name: layerName(layer),
    tone: layerTone(layer),
    text: beganOn === null ? 'not begun' : liveOn === null ? `began ${dayText(beganOn)}` : `live ${dayText(liveOn)}`,
  }))
  if (!timeline) return [{ kind: 'note', tone: 'unknown', text: windowText(rollouts) }]
  return [
    { kind: 'timeline', timeline, rows, alt: rows.map(({ name, text }) => `${name}: ${text}`).join('; ') },
    { kind: 'paragraph', quiet: true, text: `${windowText(rollouts)} Thin bars: being rolled out. Thick bars: live.` },
  ]
}
