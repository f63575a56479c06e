import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { TextLink } from '@/components/ui/text-link'
import type { Requirement, RequirementFramework } from '@/lib/model/requirement'
import type { RequirementOperation } from '@/lib/model/requirement-operation'
import { countText } from '@/lib/presentation/number'
import { coverageText } from '@/lib/presentation/operation-text'
import { QuarterStrip } from './quarter-strip'
import { StateWord } from './state-word'

type HrefOf = (requirement: string) => string
type Props = {
  framework: RequirementFramework
  /** Those to be shown. */
  operations: readonly RequirementOperation[]
  hrefOf: HrefOf
  clearHref: string
}

/** The requirements of a framework under its headings, with how each was operated. */
export function RequirementTree({ framework, operations, hrefOf, clearHref }: Props) {
  const byId = new Map(operations.map((one) => [one.requirement, one]))
  if (operations.length === 0)
    return (
      <EmptyState
        title="No requirement matches"
        actions={<LinkButton href={clearHref}>Clear the filters</LinkButton>}
      />
    )
  return framework.groups.map(({ id, title }) => {
    const rows = framework.requirements.flatMap((one) => {
      const operation = byId.get(one.id)
      return one.group === id && operation ? [{ requirement: one, operation }] : []
    })
    if (rows.length === 0) return null
    const held = rows.filter(({ operation }) => operation.state === 'held').length
    return (
      <Card key={id} title={title ?? id} aside={`${countText(held)} of ${countText(rows.length)} held`}>
        <GroupTable heading={title ?? id} rows={rows} hrefOf={hrefOf} />
      </Card>
    )
  })
}

type Row = { requirement: Requirement; operation: RequirementOperation }

const GroupTable = ({ heading, rows, hrefOf }: { heading: string; rows: readonly Row[]; hrefOf: HrefOf }) => (
  <Table caption={`Requirements of ${heading}`} minWidth="44rem">
    <TableHead>
      <ColumnHeader width="26%">Requirement</ColumnHeader>
      <ColumnHeader width="12%">Coverage</ColumnHeader>
      <ColumnHeader width="12%">State</ColumnHeader>
      <ColumnHeader>Quarters</ColumnHeader>
      <ColumnHeader numeric width="8%">
        Gaps
      </ColumnHeader>
    </TableHead>
    <TableBody>
      {rows.map(({ requirement: { id, title }, operation }) => (
        <TableRow key={id} interactive>
          <RowHeader className="max-w-72">
            <TextLink quiet href={hrefOf(id)} prefetch={false} className="font-medium">
              {id}
            </TextLink>
            {title === null || title === id ? null : <span className="block text-ink-3 text-xs">{title}</span>}
          </RowHeader>
          <Cell className="whitespace-nowrap">{coverageText(operation.coverage)}</Cell>
          <Cell>
            <StateWord state={operation.state} />
          </Cell>
          <Cell>
            <QuarterStrip quarters={operation.quarters} />
          </Cell>
          <NumericCell>{countText(operation.gaps.length)}</NumericCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
)
