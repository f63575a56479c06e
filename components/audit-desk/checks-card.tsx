import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import type { CheckOperation } from '@/lib/model/audit-desk'
import { countText } from '@/lib/presentation/number'
import { quarterText } from '@/lib/presentation/operation-text'

type Quarter = CheckOperation['quarters'][number]

/** What was said of accounts, in words; that nobody asked is said too. */
function saidText({ runs, pass, fail, unknown, notApplicable }: Quarter): string {
  if (runs === 0) return 'no run'
  const said = [
    ...(fail > 0 ? [`${fail} failed`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
    ...(pass > 0 ? [`${pass} passed`] : []),
    ...(notApplicable > 0 ? [`${notApplicable} not applicable`] : []),
  ]
  return `${said.join(', ')} (${countText(runs)} runs)`
}

/** Checks that bear on the requirement, quarter by quarter, with the population each looked at. */
export const ChecksCard = ({ checks }: { checks: readonly CheckOperation[] }) => (
  <Card
    title={checks.length === 0 ? 'No check ran in the period' : 'Checks'}
    note={checks.length === 0 ? undefined : 'Accounts by what was said of them last in each quarter.'}
  >
    {checks.length === 0 ? undefined : (
      <Table caption="Checks of the requirement by quarter" minWidth="48rem">
        <TableHead>
          <ColumnHeader>Check</ColumnHeader>
          <ColumnHeader>By quarter</ColumnHeader>
          <ColumnHeader numeric>Accounts</ColumnHeader>
          <ColumnHeader numeric>Held of decided</ColumnHeader>
          <ColumnHeader numeric>Undecided</ColumnHeader>
        </TableHead>
        <TableBody>
          {checks.map(({ id, title, asserts, quarters, population }) => (
            <TableRow key={id}>
              <RowHeader className="max-w-80">
                <span className="font-medium">{title}</span>
                <span className="block text-ink-3 text-xs">
                  {id}: {asserts}
                </span>
              </RowHeader>
              <Cell>
                <ul>
                  {quarters.map((one) => (
                    <li key={one.quarter}>
                      <span className="text-ink-3">{quarterText(one.quarter)}</span> {saidText(one)}
                    </li>
                  ))}
                </ul>
              </Cell>
              <NumericCell>{countText(population.accounts)}</NumericCell>
              <NumericCell>
                {countText(population.held)} of {countText(population.decided)}
              </NumericCell>
              <NumericCell>{countText(population.undecided)}</NumericCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    )}
  </Card>
)
