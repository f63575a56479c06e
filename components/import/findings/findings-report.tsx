import { Callout } from '@/components/ui/callout'
import { Facts } from '@/components/ui/facts'
import type { FindingImportReport } from '@/lib/model/finding-import'
import { assumptionLines, notFindingsText, scannerFormatName } from '@/lib/presentation/finding-import'
import { countText } from '@/lib/presentation/number'
import { RejectTable } from '../reject-table'

/** What an import comes to, in counts: what became of findings, what was none, what was assumed, what was refused. */
export const FindingsReport = ({ report }: { report: FindingImportReport }) => (
  <div className="grid gap-3">
    <Facts
      items={[
        { term: 'Read as', value: `${scannerFormatName(report.format)} of ${report.product}` },
        { term: 'Connection', value: report.connection },
        { term: 'Records in the file', value: countText(report.records) },
        { term: 'Failures that feed a capability', value: countText(report.mapped) },
        { term: 'Failures that feed none yet', value: countText(report.unmapped) },
        { term: 'No finding', value: notFindingsText(report.notFindings) },
        { term: 'Records refused', value: countText(report.rejected) },
      ]}
    />
    <Facts
      items={[
        { term: 'Findings opened', value: countText(report.opened) },
        { term: 'Findings that persist', value: countText(report.persisting) },
        { term: 'Findings reopened', value: countText(report.reopened) },
        {
          term: 'Findings resolved, because the file says they passed or were closed',
          value: countText(report.resolved),
        },
      ]}
    />
    {isOnePerRecord(report) ? null : (
      <p className="text-ink-3 text-xs">Records of the same rule about the same resource are one finding.</p>
    )}
    <Assumptions lines={assumptionLines(report.assumptions)} />
    <Refused report={report} />
  </div>
)

const isOnePerRecord = ({ mapped, unmapped, opened, persisting, reopened }: FindingImportReport): boolean =>
  mapped + unmapped === opened + persisting + reopened

const Assumptions = ({ lines }: { lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <Callout title="Read with an assumption">
      <ul className="grid gap-0.5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Callout>
  )

const Refused = ({ report: { rejected, rejects } }: { report: FindingImportReport }) =>
  rejected === 0 ? null : (
    <Callout
      tone="warn"
      title={rejected === 1 ? 'One record is left out' : `${countText(rejected)} records are left out`}
    >
      <p>
        The row is the record’s number in the file, from one; in a CSV file its line.
        {rejects.length < rejected ? ` The first ${countText(rejects.length)} are listed.` : ''}
      </p>
      <RejectTable rejects={rejects} />
    </Callout>
  )
