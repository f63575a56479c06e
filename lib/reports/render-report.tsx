import { renderToBuffer } from '@react-pdf/renderer'
import { registerFonts } from './drawing/fonts'
import type { Report, ReportLook } from './report'
import { ReportDocument } from './report-document'

/**
 * A report as the bytes of a PDF 1.7 file with its fonts in it, an outline and a structure tree. The same report and look
 * give the same bytes. `fontFolder` holds the WOFF files of @fontsource/inter. Takes some tenths of a second of CPU a
 * page: callers that serve others do it in a thread of its own.
 */
export function renderReport(report: Report, look: ReportLook, fontFolder: string): Promise<Uint8Array> {
  registerFonts(fontFolder)
  return renderToBuffer(<ReportDocument report={report} look={look} />)
}
