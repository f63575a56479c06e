import type { ReportedEvidence } from '@/lib/model/report-facts'
import type { RequirementFramework } from '@/lib/model/requirement'
import type { RequirementOperation } from '@/lib/model/requirement-operation'
import { dayText } from '@/lib/presentation/date'
import { countText, NOT_KNOWN } from '@/lib/presentation/number'
import { coverageText, gapText, operationText, operationTone, quarterText } from '@/lib/presentation/operation-text'
import type { Cell, TableBlock } from '../report'
import { type GapGroup, gapsTogether } from './gaps-together'

/** Every requirement under its heading: how it is covered and what became of it quarter by quarter. */
export const requirementTable = (
  { groups, requirements }: RequirementFramework,
  operations: readonly RequirementOperation[],
): TableBlock => {
  const byId = new Map(operations.map((one) => [one.requirement, one]))
  return {
    kind: 'table',
    caption: 'Requirements',
    columns: [
      { label: 'Requirement', width: 3.2 },
      { label: 'Coverage', width: 1 },
      { label: `Quarters ${spanOf(operations)}`, width: 1.7 },
      { label: 'Over the period', width: 0.9 },
      { label: 'Accounts last seen', width: 2 },
      { label: 'Gaps', width: 0.5, numeric: true },
    ],
    rows: groups.flatMap(({ id, title }) => {
      const rows = requirements.filter(({ group }) => group === id)
      if (rows.length === 0) return []
      return [[headingOf(id, title)], ...rows.map((one) => requirementRow(one, byId.get(one.id)))]
    }),
    empty: 'The zero-trust framework speaks to none of its requirements.',
  }
}

const headingOf = (id: string, title: string | null): string => (title === null || title === id ? id : `${id} ${title}`)

function spanOf(operations: readonly RequirementOperation[]): string {
  const quarters = operations[0]?.quarters ?? []
  const [first, last] = [quarters[0], quarters.at(-1)]
  return first && last ? `${quarterText(first.quarter)} to ${quarterText(last.quarter)}` : ''
}

function requirementRow({ id, title }: { id: string; title: string | null }, operation?: RequirementOperation): Cell[] {
  const name: Cell = title === null || title === id ? { text: id } : { text: id, sub: title }
  if (!operation)
    return [name, coverageText('not_covered'), '', { text: operationText('missing'), tone: 'warn' }, '', '']
  const last = operation.quarters.findLast(({ runs }) => runs > 0)
  return [
    { ...name, sub: [name.sub, operation.capabilities.join(', ')].filter(Boolean).join(' · ') },
    coverageText(operation.coverage),
    { text: '', quarters: operation.quarters.map(({ state }) => state) },
    { text: operationText(operation.state), tone: operationTone(operation.state) },
    last
      ? `${countText(last.pass)} pass, ${countText(last.fail)} fail, ${countText(last.unknown)} unknown`
      : 'no run asked',
    countText(operation.gaps.length),
  ]
}

/** Every gap, requirement by requirement in the framework's order; those alike in several quarters stand together. */
export const gapTable = (
  { requirements }: Pick<RequirementFramework, 'requirements'>,
  operations: readonly RequirementOperation[],
): TableBlock => {
  const byId = new Map(operations.map((one) => [one.requirement, one]))
  const all = operations[0]?.quarters.map(({ quarter }) => quarter) ?? []
  return {
    kind: 'table',
    caption: 'Gaps',
    columns: [
      { label: 'Gap', width: 1.1 },
      { label: 'Quarters', width: 1.3 },
      { label: 'What is not there', width: 5.4 },
    ],
    rows: requirements.flatMap(({ id, title }) => {
      const gaps = byId.get(id)?.gaps ?? []
      return gaps.length === 0 ? [] : [[headingOf(id, title)], ...gapsTogether(gaps).map((group) => gapRow(group, all))]
    }),
    empty: 'There is no gap in this period.',
  }
}

/** Which of the period's quarters: all of them, a stretch, or one by one. */
function quartersText(some: readonly string[], all: readonly string[]): string {
  const [first, last] = [some[0], some.at(-1)]
  if (first === undefined || last === undefined) return 'Whole period'
  if (some.length > 1 && some.length === all.length) return 'Every quarter'
  const isStretch = some.length > 2 && all.indexOf(last) - all.indexOf(first) === some.length - 1
  return isStretch ? `${quarterText(first)} to ${quarterText(last)}` : some.map(quarterText).join(', ')
}

const gapRow = ({ kind, quarters, details }: GapGroup, all: readonly string[]): Cell[] => [
  { text: gapText(kind), tone: kind === 'failed' ? 'bad' : kind === 'unknown' ? 'unknown' : 'warn' },
  quartersText(quarters, all),
  details.join(' '),
]

/** What backs the answers, with the hash of each file. */
export const evidenceTable = (evidence: readonly ReportedEvidence[]): TableBlock => ({
  kind: 'table',
  caption: 'Evidence',
  columns: [
    { label: 'Capability', width: 0.8 },
    { label: 'Evidence and its SHA-256', width: 4.4 },
    { label: 'Collected', width: 1.1 },
    { label: 'In date until', width: 1.1 },
    { label: 'By', width: 1.2 },
  ],
  rows: evidence.map(({ capability, title, sha256, collectedOn, expiresOn, collector, deployment }) => [
    capability,
    { text: `${title} (${deployment})`, sub: sha256 ?? 'link, no hash' },
    dayText(collectedOn),
    expiresOn === null ? NOT_KNOWN : dayText(expiresOn),
    collector,
  ]),
  empty: 'No approved assessment of this period carries evidence under these requirements.',
})
