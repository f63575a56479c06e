import type { Coverage, Gap } from '@/lib/model/requirement-operation'
import type { Bearing } from './bearing'
import type { QuarterPart } from './quarter-operation'
import type { SpokenAnswer } from './speaking-answers'

type Told = { bearing: Bearing; coverage: Coverage; parts: readonly QuarterPart[]; unseen: readonly string[] }

/**
 * Everything of a requirement that an auditor has to know is not there, in the order of the period: first what concerns
 * the whole of it, then quarter by quarter. A requirement that nothing covers has that one gap and no others. `unseen` are
 * the deployments at which nobody looked.
 */
export function operationGaps({ bearing, coverage, parts, unseen }: Told): Gap[] {
  const { requirement } = bearing
  const whole = (source: string | null, detail: string): Gap => ({
    requirement,
    kind: 'not-covered',
    quarter: null,
    source,
    detail,
  })
  if (coverage === 'not_covered')
    return [whole(null, 'No check spoke and no approved answer speaks for it in the period.')]
  const spoken = new Set(parts.flatMap((part) => [...part.spoken]))
  return [
    ...unseen.map((name) => whole(name, `Nobody looked at the deployment ${name} in the period.`)),
    ...bearing.capabilities
      .filter((id) => !spoken.has(id))
      .map((id) => whole(id, `No check spoke and no approved answer speaks to ${id} in the period.`)),
    ...parts.flatMap((part) => quarterGaps(requirement, coverage, part)),
  ]
}

function quarterGaps(requirement: string, coverage: Coverage, part: QuarterPart): Gap[] {
  const { quarter, checks, absent, short, unproven } = part
  const gap = (kind: Gap['kind'], source: string | null, detail: string): Gap => ({
    requirement,
    kind,
    quarter: quarter.quarter,
    source,
    detail,
  })
  const looked = part.checks.some(({ pass, fail, unknown }) => pass + fail + unknown > 0)
  const missing = quarter.state === 'missing' || (coverage === 'automated' && !looked)
  return [
    ...(missing ? [gap('missing-quarter', null, missed(coverage, part))] : []),
    ...byCheck(checks, ({ fail }) => fail).map(([id, count]) =>
      gap('failed', id, `${id} failed in ${accounts(count)}.`),
    ),
    ...byCapability(absent).map((id) =>
      gap('failed', id, `The approved answer to ${id} is at Traditional: it is not in place.`),
    ),
    ...byCapability(short).map((id) => gap('below-target', id, `The approved answer to ${id} is below its target.`)),
    ...byCheck(checks, ({ unknown }) => unknown).map(([id, count]) =>
      gap('unknown', id, `${id} could not tell in ${accounts(count)}.`),
    ),
    ...byCapability(unproven).map((id) =>
      gap('no-evidence', id, `The approved answer to ${id} has no evidence in date in the quarter.`),
    ),
  ]
}

const accounts = (count: number): string => (count === 1 ? '1 account' : `${count} accounts`)

const byCapability = (answers: readonly SpokenAnswer[]): string[] => [
  ...new Set(answers.map(({ capability }) => capability)),
]

function byCheck(
  facts: QuarterPart['checks'],
  of: (fact: QuarterPart['checks'][number]) => number,
): [string, number][] {
  const sums = new Map<string, number>()
  for (const fact of facts) if (of(fact) > 0) sums.set(fact.checkId, (sums.get(fact.checkId) ?? 0) + of(fact))
  return [...sums]
}

function missed(coverage: Coverage, { quarter }: QuarterPart): string {
  if (coverage === 'manual') return 'No approved assessment speaks for the quarter.'
  if (quarter.notApplicable > 0) return 'Checks ran in the quarter and found nothing they apply to.'
  return quarter.assessments > 0
    ? 'No check ran in the quarter; approved answers alone speak for it.'
    : 'No check ran in the quarter.'
}
