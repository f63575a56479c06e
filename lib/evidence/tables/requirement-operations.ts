import type { Requirement, RequirementFramework } from '@/lib/model/requirement'
import type { QuarterOperation, RequirementOperation } from '@/lib/model/requirement-operation'
import { columnsOf, type Table } from './table'

/** A requirement in one quarter; `quarter` is null where the period has no quarter that has begun. */
export type OperationRow = {
  framework: string
  requirement: Requirement
  operation: RequirementOperation
  quarter: QuarterOperation | null
}

const { text, list, number, day } = columnsOf<OperationRow>()

/** The desk as it leaves the product: one row a requirement and quarter. */
export const requirementOperationsTable: Table<OperationRow> = {
  name: 'requirement-operations',
  title: 'Requirements over the period',
  columns: [
    text('framework', 'Framework'),
    text('group', 'Group', ({ requirement }) => requirement.group),
    text('requirement', 'Requirement', ({ requirement }) => requirement.id),
    text('title', 'Title', ({ requirement }) => requirement.title),
    text('coverage', 'Coverage', ({ operation }) => operation.coverage),
    text('state', 'State over the period', ({ operation }) => operation.state),
    text('quarter', 'Quarter', ({ quarter }) => quarter?.quarter ?? null),
    day('from', 'From', ({ quarter }) => quarter?.from ?? null),
    day('to', 'To', ({ quarter }) => quarter?.to ?? null),
    text('quarterState', 'State in the quarter', ({ quarter }) => quarter?.state ?? null),
    number('runs', 'Runs', ({ quarter }) => quarter?.runs ?? null),
    number('pass', 'Pass', ({ quarter }) => quarter?.pass ?? null),
    number('fail', 'Fail', ({ quarter }) => quarter?.fail ?? null),
    number('unknown', 'Unknown', ({ quarter }) => quarter?.unknown ?? null),
    number('notApplicable', 'Not applicable', ({ quarter }) => quarter?.notApplicable ?? null),
    number('lapses', 'Failed earlier in the quarter', ({ quarter }) => quarter?.lapses ?? null),
    number('assessments', 'Assessments that speak', ({ quarter }) => quarter?.assessments ?? null),
    number('evidence', 'Evidence in date', ({ quarter }) => quarter?.evidence ?? null),
    list('capabilities', 'Capabilities', ({ operation }) => operation.capabilities),
    list('checks', 'Checks', ({ operation }) => operation.checks),
    number('gaps', 'Gaps', ({ operation }) => operation.gaps.length),
    text('gapDetails', 'What is not there', ({ operation, quarter }) =>
      operation.gaps
        .filter((gap) => gap.quarter === null || gap.quarter === quarter?.quarter)
        .map(({ detail }) => detail)
        .join(' '),
    ),
  ],
}

/** The rows of a framework's operations, in its order. */
export function operationRows(
  { id, requirements }: RequirementFramework,
  operations: readonly RequirementOperation[],
): OperationRow[] {
  const byId = new Map(operations.map((one) => [one.requirement, one]))
  return requirements.flatMap((requirement): OperationRow[] => {
    const operation = byId.get(requirement.id)
    if (!operation) return []
    const quarters = operation.quarters.length > 0 ? operation.quarters : [null]
    return quarters.map((quarter) => ({ framework: id, requirement, operation, quarter }))
  })
}
