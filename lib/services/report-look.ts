import { blobStore } from '@/lib/db/blobs'
import type { ReportStyle } from '@/lib/model/report-style'
import type { ReportLook } from '@/lib/reports/report'

/** An organization's style with the bytes of its logo, compared with their hash. Throws internal when these were altered. */
export async function reportLook(organizationId: string, { title, colour, logo }: ReportStyle): Promise<ReportLook> {
  if (logo === null) return { title, colour, logo: null }
  const data = await blobStore(organizationId).read(logo.sha256)
  return { title, colour, logo: { data, mediaType: logo.mediaType, width: logo.width, height: logo.height } }
}
