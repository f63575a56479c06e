import { ColumnHeader } from '@/components/ui/column-header'
import { Drawer } from '@/components/ui/drawer'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import type { RunUnit } from '@/lib/model/run'
import { countText } from '@/lib/presentation/number'
import { unitLook } from '@/lib/presentation/run'
import { CoverageList } from './coverage-list'

/** The units of a run: one account, region and service each. */
export const UnitTable = ({ units }: { units: readonly RunUnit[] }) => (
  <Table caption="Units by account, region and service" minWidth="40rem">
    <TableHead>
      <ColumnHeader>Unit</ColumnHeader>
      <ColumnHeader>State</ColumnHeader>
      <ColumnHeader numeric>Pages</ColumnHeader>
      <ColumnHeader numeric>Items</ColumnHeader>
      <ColumnHeader numeric>Calls</ColumnHeader>
      <ColumnHeader>Not read</ColumnHeader>
      <ColumnHeader label="Coverage" />
    </TableHead>
    <TableBody>
      {units.map((unit) => (
        <UnitRow key={unit.id} unit={unit} />
      ))}
    </TableBody>
  </Table>
)

function UnitRow({ unit }: { unit: RunUnit }) {
  const { text, tone } = unitLook(unit)
  const gaps = unit.coverage.filter(({ error }) => error !== null)
  return (
    <TableRow>
      <RowHeader>
        <span className="block font-medium">{unit.service}</span>
        <span className="block text-ink-3 text-xs">
          {unit.account} · {unit.region ?? 'no region'}
          {unit.attempts > 1 ? ` · ${countText(unit.attempts)} attempts` : ''}
        </span>
      </RowHeader>
      <Cell>
        <Tag tone={tone}>{text}</Tag>
      </Cell>
      <NumericCell>{countText(unit.pages)}</NumericCell>
      <NumericCell>{countText(unit.items)}</NumericCell>
      <NumericCell>{countText(unit.calls)}</NumericCell>
      <Cell className="max-w-72 text-xs">
        {gaps.length === 0 && unit.error === null ? (
          <span className="text-ink-3">nothing</span>
        ) : (
          <span className="text-warn [overflow-wrap:anywhere]">
            {gaps.length > 0 ? gaps.map(({ operation }) => operation).join(', ') : unit.error}
          </span>
        )}
      </Cell>
      <Cell className="text-right">
        {unit.coverage.length === 0 ? null : (
          <Drawer
            label="Coverage"
            title={`${unit.service} in ${unit.region ?? unit.account}`}
            description="Every operation that was asked, with what it answered."
          >
            <CoverageList coverage={unit.coverage} />
          </Drawer>
        )}
      </Cell>
    </TableRow>
  )
}
