import { buffer } from 'node:stream/consumers'
import { renderReport } from '@/lib/reports/render-report'
import type { Report, ReportLook } from '@/lib/reports/report'

/** What `reportPdf` hands over; a logo's bytes travel as Base64. */
export type DrawOrder = {
  report: Report
  look: Omit<ReportLook, 'logo'> & {
    logo: (Omit<NonNullable<ReportLook['logo']>, 'data'> & { data: string }) | null
  }
  fontFolder: string
}

/** A program of its own: reads one order from standard input and writes the PDF to standard output. */
const { report, look, fontFolder }: DrawOrder = JSON.parse((await buffer(process.stdin)).toString('utf8'))
const logo = look.logo && { ...look.logo, data: Buffer.from(look.logo.data, 'base64') }
process.stdout.write(await renderReport(report, { ...look, logo }, fontFolder))
