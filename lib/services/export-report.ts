import { createHash } from 'node:crypto'
import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { ReportChoice, ReportKind } from '@/lib/model/report'
import { authorize } from './authorize'
import { makeReport } from './make-report'
import { reportLook } from './report-look'
import { reportPdf } from './report-pdf'

type Input = ReportChoice & { org: string; kind: ReportKind; now?: Date }
type Exported = { fileName: string; content: Uint8Array; sha256: string; asOf: string; title: string }

/**
 * A report as a PDF, told as of an instant (to the second; now when none is given). What was taken away is in the audit
 * log with its SHA-256. Throws not-found (organization, deployment, framework), forbidden, and invalid when an auditor's
 * report lacks its framework or period.
 */
export async function exportReport(actor: Actor, { org, kind, now = new Date(), ...choice }: Input): Promise<Exported> {
  const admitted = await authorize(actor, org, 'report:export')
  const { organizationId } = admitted
  const asOf = choice.asOf ?? `${now.toISOString().slice(0, 19)}Z`
  const report = await makeReport(actor, kind, { org, organizationId, asOf }, choice)
  const style = await forOrganization(organizationId, ({ reportStyles }) => reportStyles.get())
  const content = await reportPdf(report, await reportLook(organizationId, style))
  const sha256 = createHash('sha256').update(content).digest('hex')
  const fileName = `${[org, kind, choice.framework?.replaceAll(':', '-'), asOf.slice(0, 10)].filter(Boolean).join('-')}.pdf`
  await forOrganization(admitted, ({ audit }) =>
    audit.append(actor, {
      action: 'report.exported',
      subject: kind,
      detail: { kind, ...choice, asOf, sha256, bytes: content.byteLength },
    }),
  )
  return { fileName, content, sha256, asOf, title: report.title }
}
