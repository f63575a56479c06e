import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import type { ComplianceAudit } from '@/lib/model/compliance-audit'
import { dayText } from '@/lib/presentation/date'
import { countText, NOT_KNOWN } from '@/lib/presentation/number'
import { shareText } from '@/lib/presentation/score'

/** Audits, latest first. A pass rate is of the controls assessed; with none assessed there is no rate. */
export const AuditTable = ({ audits }: { audits: readonly ComplianceAudit[] }) => (
  <Table caption="Compliance audits, latest first" minWidth="46rem">
    <TableHead>
      <ColumnHeader>Framework</ColumnHeader>
      <ColumnHeader>Audited on</ColumnHeader>
      <ColumnHeader numeric>Assessed</ColumnHeader>
      <ColumnHeader numeric>Passed</ColumnHeader>
      <ColumnHeader numeric>Failed</ColumnHeader>
      <ColumnHeader numeric>Not applicable</ColumnHeader>
      <ColumnHeader numeric>Pass rate</ColumnHeader>
    </TableHead>
    <TableBody>
      {audits.map((audit) => (
        <TableRow key={audit.id}>
          <RowHeader>
            <span className="block font-medium">{audit.framework}</span>
            <span className="block text-ink-3 text-xs">
              {audit.source} · {audit.externalId}
            </span>
          </RowHeader>
          <Cell>{dayText(audit.auditedOn)}</Cell>
          <NumericCell>{countText(audit.assessed)}</NumericCell>
          <NumericCell>{countText(audit.passed)}</NumericCell>
          <NumericCell>{countText(audit.failed)}</NumericCell>
          <NumericCell>{countText(audit.notApplicable)}</NumericCell>
          <NumericCell className="font-semibold">
            {audit.assessed === 0 ? NOT_KNOWN : shareText(audit.passed / audit.assessed)}
          </NumericCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
)
