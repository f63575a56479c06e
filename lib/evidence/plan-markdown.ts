import type { PlanReport } from '@/lib/model/plan-report'
import { STAGES, type Stage } from '@/lib/model/stage'

/** Pull requests are read by people: past this many rows a table is a file. */
const MOST_ROWS = 50

const OUTCOMES = {
  passed: 'The gate passed.',
  failed: 'The gate failed.',
  undecided: 'The gate cannot be decided: what it asks about is unknown.',
} as const

/** A hand-in as a comment for a pull request: the gate, layers before and after, what fails with its fix, what is unknown and why. */
export function planMarkdown(report: PlanReport): string {
  return [
    `## Proofline: ${code(report.workspace)}, ${report.kind}`,
    headline(report),
    ...gateLines(report),
    ...layerLines(report),
    ...verdictLines(report),
    ...failureLines(report),
    ...unknownLines(report),
    '',
  ].join('\n')
}

function headline({ resources, verdicts, recorded }: PlanReport): string {
  const count = (verdict: string) => verdicts.filter((one) => one.verdict === verdict).length
  const kept = recorded === null ? 'Nothing was kept.' : `Kept as run ${recorded.run}.`
  return `\n${resources} resources. Checks: ${count('pass')} pass, ${count('fail')} fail, ${count('unknown')} unknown, ${count('not_applicable')} not applicable. ${kept}`
}

const gateLines = ({ gate }: PlanReport): string[] =>
  gate === null ? [] : ['', `**${OUTCOMES[gate.outcome]}**`, ...gate.reasons.map((one) => `- ${plain(one)}`)]

const layerLines = ({ maturity }: PlanReport): string[] => [
  '',
  '| Layer | Now | With this | Score |',
  '|---|---|---|---|',
  ...maturity.layers.map(({ layer, before, after, scoreChange }) =>
    row(layer, stageOf(before.stage), stageOf(after.stage), changed(before.score, after.score, scoreChange)),
  ),
  ...maturity.capabilities.map(
    ({ capability, before, after }) =>
      `\n${capability}: checks support ${supported(before)}, then ${supported(after)}.`,
  ),
]

const verdictLines = ({ verdicts }: PlanReport): string[] => [
  '',
  '| Check | Verdict | Hold | Undecided |',
  '|---|---|---|---|',
  ...verdicts.map(({ checkId, verdict, numerator, denominator, undecided }) =>
    row(code(checkId), verdict.replaceAll('_', ' '), `${numerator} of ${denominator}`, String(undecided)),
  ),
]

const failureLines = ({ failures }: PlanReport): string[] =>
  failures.length === 0
    ? []
    : [
        '',
        '| Fails | Severity | What | Fix |',
        '|---|---|---|---|',
        ...failures
          .slice(0, MOST_ROWS)
          .map(({ resource, severity, message, fix }) => row(code(resource), severity, plain(message), plain(fix))),
        ...more(failures.length),
      ]

function unknownLines({ unknowns, verdicts }: PlanReport): string[] {
  const gaps = verdicts.flatMap(({ checkId, gaps }) => gaps.map((gap) => ({ checkId, ...gap })))
  if (unknowns.length + gaps.length === 0) return []
  return [
    '',
    '| Unknown | Check | Why |',
    '|---|---|---|',
    ...gaps.map(({ checkId, operation, detail }) => row('all', code(checkId), plain(`${operation}: ${detail}`))),
    ...unknowns
      .slice(0, MOST_ROWS)
      .map(({ resource, checkId, cause }) => row(code(resource), code(checkId), WHY[cause])),
    ...more(unknowns.length),
  ]
}

const WHY = {
  not_collected: 'known only after apply, or marked sensitive',
  denied: 'the source refused',
  unavailable: 'it could not be evaluated',
  unsupported: 'the source does not say',
} as const

const more = (count: number): string[] =>
  count > MOST_ROWS ? ['', `… and ${count - MOST_ROWS} more; the JSON answer lists them.`] : []

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`

const stageOf = (stage: Stage | null): string => (stage === null ? 'not established' : STAGES[stage])
const supported = (stage: Stage | null): string => (stage === null ? 'no stage' : STAGES[stage])

function changed(before: number | null, after: number | null, change: number | null): string {
  const shown = (score: number | null) => (score === null ? '–' : score.toFixed(1))
  const by = change === null || change === 0 ? '' : ` (${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)})`
  return `${shown(before)} → ${shown(after)}${by}`
}

/** Addresses hold what people wrote: nothing of it may end a cell, a code span or become markup. */
const plain = (text: string): string =>
  text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\`*_{}[\]<>()#!|~@]/g, (one) => `\\${one}`)

const code = (text: string): string => `\`${text.replaceAll(/[\r\n`]+/g, ' ').replaceAll('|', '\\|')}\``
