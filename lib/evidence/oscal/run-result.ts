import { CHECKS, checkOf } from '@/lib/checks/registry'
import { capabilities } from '@/lib/framework/capabilities'
import { framework } from '@/lib/framework/framework'
import { derivedId } from '@/lib/kernel/id'
import { measurePosture } from '@/lib/maturity/measure-posture'
import type { CheckVerdict } from '@/lib/model/verdict'
import type { BackMatter } from './back-matter'
import type { OscalObject } from './oscal-object'
import { OpenObject, type Streamed } from './oscal-stream'
import { line, props, prose } from './oscal-text'
import { partOf, reviewedControls } from './reviewed-controls'
import { type RunFacts, type RunFinding, snapshotKey } from './run-facts'
import { checkRisk, runFindings, type VerdictsByCheck } from './run-findings'
import { resourceObservation, verdictObservation } from './run-observations'

/**
 * A posture run as one result: every verdict and every failing resource is an observation, every check that fails a risk,
 * every stage that the run's own verdicts speak to a finding. Observations of resources come page by page.
 */
export function runResult(facts: RunFacts, resources: BackMatter): OpenObject {
  const { run, connection } = facts
  const told = capabilities.filter(({ id }) => facts.capabilities === null || facts.capabilities.has(id))
  const verdicts = facts.verdicts.filter(({ checkId }) => isTold(checkId, facts))
  const byCheck = grouped(verdicts)
  const measured = measurePosture({ framework, checks: CHECKS, verdicts: verdicts.map(standing), at: run.finishedAt })
  const ids = new Set<string>(told.map(({ id }) => id))
  const shown = measured.layers.flatMap((layer) => layer.capabilities).filter(({ capability }) => ids.has(capability))
  const evidence = snapshotOf(facts, resources)
  return new OpenObject({
    uuid: derivedId('oscal-result', 'run', run.id, ...partOf(facts)),
    title: line(`Posture run of ${connection}`),
    description: prose(`What ${connection} said of itself, read from ${run.startedAt} to ${run.finishedAt}.`),
    start: run.startedAt,
    end: run.finishedAt,
    props: props({ 'run-id': run.id, connection, framework: measured.framework, formula: measured.formula }),
    'reviewed-controls': reviewedControls(ids),
    observations: observations(facts, verdicts, evidence),
    risks: page([...byCheck].map(([checkId, of]) => checkRisk(run.id, checkId, of)).filter((one) => one !== null)),
    findings: page(shown.flatMap((one) => runFindings(run.id, one, byCheck))),
  })
}

/** A check of an older release belongs to no capability, so it is told only where all are. */
const isTold = (checkId: string, { capabilities: only }: RunFacts): boolean =>
  only === null || (checkOf(checkId)?.capabilities ?? []).some((id) => only.has(id))

const standing = ({ account: _, gaps, ...verdict }: CheckVerdict) => ({
  ...verdict,
  incomplete: (verdict.verdict === 'fail' || verdict.verdict === 'unknown') && gaps.length > 0,
})

function grouped(verdicts: readonly CheckVerdict[]): VerdictsByCheck {
  const byCheck = new Map<string, CheckVerdict[]>()
  for (const verdict of verdicts) {
    const known = byCheck.get(verdict.checkId)
    if (known) known.push(verdict)
    else byCheck.set(verdict.checkId, [verdict])
  }
  return byCheck
}

function snapshotOf({ run, connection }: RunFacts, resources: BackMatter): OscalObject[] {
  if (run.snapshot === null) return []
  const href = resources.add({
    key: snapshotKey(run.snapshot),
    title: `Snapshot of ${connection}`,
    description: 'The manifest of everything that was read, kept by Proofline under its SHA-256.',
    href: `urn:proofline:snapshot:${run.snapshot}`,
    mediaType: 'application/json',
    sha256: run.snapshot,
  })
  return [{ href, description: 'What the verdict was made from.' }]
}

async function* page(items: readonly OscalObject[]): Streamed {
  yield items
}

async function* observations(facts: RunFacts, verdicts: readonly CheckVerdict[], evidence: OscalObject[]): Streamed {
  yield verdicts.map((verdict) => verdictObservation(verdict, facts.run, evidence))
  for await (const findings of facts.findings) {
    const told = facts.capabilities === null ? findings : findings.filter(({ checkId }) => isTold(checkId, facts))
    yield told.map((finding: RunFinding) => resourceObservation(finding, facts.run, evidence))
  }
}
