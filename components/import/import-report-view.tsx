import { Callout } from '@/components/ui/callout'
import { Facts } from '@/components/ui/facts'
import type { ImportKind, ImportReport } from '@/lib/model/import-batch'
import { monthText } from '@/lib/presentation/date'
import { countText } from '@/lib/presentation/number'
import { RejectTable } from './reject-table'

/** What an import does, in counts, and every row it does not take. */
export function ImportReportView({ kind, report }: { kind: ImportKind; report: ImportReport }) {
  const [first, last] = [report.months[0], report.months.at(-1)]
  return (
    <div className="grid gap-3">
      <Facts
        items={[
          { term: 'Rows in the file', value: countText(report.rows) },
          { term: kind === 'incidents' ? 'Incidents named' : 'Audits named', value: countText(report.records) },
          { term: 'New', value: countText(report.created) },
          { term: 'Changed', value: countText(report.updated) },
          { term: 'Known already and unchanged', value: countText(report.unchanged) },
          { term: 'Rows rejected', value: countText(report.rejected) },
          {
            term: 'Months recomputed',
            value: first && last ? `${report.months.length}, ${monthText(first)} to ${monthText(last)}` : 'none',
          },
        ]}
      />
      {report.rejected > 0 ? (
        <Callout tone="warn" title={`${countText(report.rejected)} rows are left out`}>
          <p>
            {kind === 'incidents'
              ? 'An incident whose last row is rejected is left out as a whole: an older state would be wrong without saying so.'
              : 'Correct them in the source and import the file again.'}
            {report.rejects.length < report.rejected
              ? ` The first ${countText(report.rejects.length)} are listed.`
              : ''}
          </p>
          <RejectTable rejects={report.rejects} />
        </Callout>
      ) : null}
    </div>
  )
}
