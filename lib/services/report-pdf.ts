import { join } from 'node:path'
import { renderReport } from '@/lib/reports/render-report'
import type { Report, ReportLook } from '@/lib/reports/report'

const FONTS = 'node_modules/@fontsource/inter/files'

/** A report as the bytes of a PDF; the same report and look give the same bytes. */
export const reportPdf = (report: Report, look: ReportLook): Promise<Uint8Array> =>
  renderReport(report, look, join(/* turbopackIgnore: true */ process.cwd(), FONTS))
