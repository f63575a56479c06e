import { blobStore } from '@/lib/db/blobs'
import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { ReportLogo, ReportStyle } from '@/lib/model/report-style'
import { authorize } from './authorize'

/** How the organization's reports look. Throws not-found. */
export async function getReportStyle(actor: Actor, { org }: { org: string }): Promise<ReportStyle> {
  const { organizationId } = await authorize(actor, org, 'report:export')
  return forOrganization(organizationId, ({ reportStyles }) => reportStyles.get())
}

type Content = ReportLogo & { content: Buffer }

/** The logo's bytes, compared with their hash. null where none is set. Throws not-found, internal when they were altered. */
export async function readReportLogo(actor: Actor, { org }: { org: string }): Promise<Content | null> {
  const { organizationId } = await authorize(actor, org, 'report:export')
  const { logo } = await forOrganization(organizationId, ({ reportStyles }) => reportStyles.get())
  return logo && { ...logo, content: await blobStore(organizationId).read(logo.sha256) }
}
