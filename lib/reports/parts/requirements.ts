import type { ReportedEvidence } from '@/lib/model/report-facts'
import type { RequirementFramework } from '@/lib/model/requirement'
import type { RequirementOperation } from '@/lib/model/requirement-operation'
import { dayText } from '@/lib/presentation/date'
import { countText, NOT_KNOWN } from '@/lib/presentation/number'
import { coverageText, gapText, operationText, operationTone, quarterText } from '@/lib/presentation/operation-text'
import type { Block, Cell, TableBlock } from '../report'

/** A table under each heading of the framework: how a requirement is covered and what became of it quarter by quarter. */
export function requirementTables(
  { groups, requirements }: RequirementFramework,
  operations: readonly RequirementOperation[],
): Block[] {
  const byId = new Map(operations.map((one) => [one.requirement, one]))
  return groups.flatMap(({ id, title }) => {
    const rows = requirements.filter(({ group }) => group === id)
    if (rows.length === 0) return []
    const heading = title === null || title === id ? id : `${id} ${title}`
    return [
      { kind: 'heading' as const, text: heading },
      {
        kind: 'table' as const,
        caption: `Requirements under ${heading}`,
        columns: [
          { label: 'Requirement', width: 3.2 },
          { label: 'Coverage', width: 1.1 },
          { label: `Quarters ${spanOf(operations)}`, width: 1.6 },
          { label: 'Over the period', width: 1.1 },
          { label: 'Accounts last seen', width: 1.9 },
          { label: 'Gaps', width: 0.6, numeric: true },
        ],
        rows: rows.map((one) => requirementRow({ id: one.id, title: one.title }, byId.get(one.id))),
        empty: '',
      },
    ]
  })
}

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

/** Every gap, requirement by requirement in the framework's order. */
export function gapTable(
  { requirements }: RequirementFramework,
  operations: readonly RequirementOperation[],
): TableBlock {
  const byId = new Map(operations.map((one) => [one.requirement, one]))
  const gaps = requirements.flatMap(({ id }) => byId.get(id)?.gaps ?? [])
  return {
    kind: 'table',
    caption: 'Gaps',
    columns: [
      { label: 'Requirement', width: 1.5 },
      { label: 'Gap', width: 1.2 },
      { label: 'Quarter', width: 0.8 },
      { label: 'What is not there', width: 4.4 },
    ],
    rows: gaps.map(({ requirement, kind, quarter, source, detail }) => [
      requirement,
      { text: gapText(kind), tone: kind === 'failed' ? 'bad' : kind === 'unknown' ? 'unknown' : 'warn' },
      quarter === null ? 'whole period' : quarterText(quarter),
      source === null || detail.includes(source) ? detail : { text: detail, sub: source },
    ]),
    empty: 'There is no gap in this period.',
  }
}

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
