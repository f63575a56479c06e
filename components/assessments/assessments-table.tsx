import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead } from '@/components/ui/table'
import { type AssessmentEntry, AssessmentRow } from './assessment-row'

/** Assessments, newest day first, with who stands behind each. */
export const AssessmentsTable = ({ org, entries }: { org: string; entries: readonly AssessmentEntry[] }) => (
  <Table caption="Assessments, newest day first" minWidth="56rem">
    <TableHead>
      <ColumnHeader>Assessment</ColumnHeader>
      <ColumnHeader>State</ColumnHeader>
      <ColumnHeader>As of</ColumnHeader>
      <ColumnHeader>Deployment</ColumnHeader>
      <ColumnHeader numeric>Answered</ColumnHeader>
      <ColumnHeader numeric>Score</ColumnHeader>
      <ColumnHeader className="pl-3">By</ColumnHeader>
    </TableHead>
    <TableBody>
      {entries.map((entry) => (
        <AssessmentRow key={entry.assessment.id} org={org} entry={entry} />
      ))}
    </TableBody>
  </Table>
)
