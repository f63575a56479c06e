import type { PlanReport } from '@/lib/model/plan-report'
import { stageLabel } from '@/lib/presentation/stage'
import { figures, textTable } from './text-table'

const LISTED = 20

const OUTCOMES = {
  passed: 'Passed.',
  failed: 'Failed.',
  undecided: 'Not passed: what the gate asks about is unknown (--allow-unknown lets it pass).',
} as const

/** A hand-in for whoever reads a pipeline's log: checks, layers, what fails, what is unknown, and the gate last. */
export function gateText(report: PlanReport): string {
  const { failures, unknowns, gate, recorded } = report
  return [
    `${report.resources} resources of ${report.workspace} (${report.kind}, format ${report.formatVersion}).`,
    checksTable(report),
    layersTable(report),
    ...listed('Fails', failures, ({ severity, message }) => `${severity}: ${message}`),
    ...listed('Unknown', unknowns, ({ resource, checkId, cause }) => `${resource} (${checkId}): ${cause}`),
    recorded === null ? 'Nothing was kept.' : `Kept as run ${recorded.run}.`,
    ...(gate === null ? [] : [...gate.reasons.map((reason) => `- ${reason}`), OUTCOMES[gate.outcome]]),
  ].join('\n')
}

const checksTable = ({ verdicts }: PlanReport): string =>
  textTable(
    [{ title: 'check' }, { title: 'verdict' }, ...figures('hold', 'undecided')],
    verdicts.map((one) => [one.checkId, one.verdict, `${one.numerator}/${one.denominator}`, String(one.undecided)]),
  )

const layersTable = ({ maturity }: PlanReport): string =>
  textTable(
    [{ title: 'layer' }, { title: 'now' }, { title: 'with this' }],
    maturity.layers.map(({ layer, before, after }) => [layer, stageLabel(before.stage), stageLabel(after.stage)]),
  )

function listed<T>(title: string, all: readonly T[], line: (one: T) => string): string[] {
  if (all.length === 0) return []
  const left = all.length - LISTED
  const more = left > 0 ? [`  … and ${left} more (--json lists them)`] : []
  return [`${title}:`, ...all.slice(0, LISTED).map((one) => `  ${line(one)}`), ...more]
}
