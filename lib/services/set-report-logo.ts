import { readFile } from 'node:fs/promises'
import { blobStore, type Received } from '@/lib/db/blobs'
import { forOrganization } from '@/lib/db/store'
import { logoPicture } from '@/lib/evidence/logo-picture'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { LOGO_LIMIT, type ReportLogo, type ReportStyle } from '@/lib/model/report-style'
import { authorize } from './authorize'
import { dropUnusedFiles } from './drop-unused-files'
import { foundMedia } from './found-media'
import { pixelFault } from './pixel-fault'

type Input = { org: string; content: AsyncIterable<Uint8Array>; now?: Date }

/**
 * Sets the logo of reports: a PNG or JPEG of at most 512 KiB, judged by its bytes whatever it is called. Throws not-found,
 * forbidden, too-large, and unsupported-media with the exact reason for anything else; nothing is kept then.
 */
export async function setReportLogo(actor: Actor, { org, content, now = new Date() }: Input): Promise<ReportStyle> {
  const admitted = await authorize(actor, org, 'report-style:write')
  const blobs = blobStore(admitted.organizationId)
  const received = await blobs.receive(content, LOGO_LIMIT)
  try {
    const logo = await pictureOf(received)
    return await forOrganization(admitted, async (store) => {
      const before = await store.reportStyles.get()
      await store.evidence.lockFile(logo.sha256)
      await blobs.keep(received)
      await store.reportStyles.put({ logo }, { name: actor.name, at: now })
      const after = await store.reportStyles.get()
      const { organizationId: subject } = store
      await store.audit.append(actor, { action: 'report-style.logo-set', subject, detail: logo, before, after })
      await dropUnusedFiles(store, before.logo ? [before.logo.sha256] : [])
      return after
    })
  } finally {
    await blobs.discard(received)
  }
}

async function pictureOf({ path, sha256 }: Received): Promise<ReportLogo> {
  const bytes = await readFile(path)
  const picture = logoPicture(bytes)
  if (picture.fault !== null) throw refused(picture.fault)
  const { mediaType, width, height } = picture
  const found = await foundMedia(path)
  if (found !== mediaType) throw refused(`The file is ${found ?? 'of no known type'}, not ${mediaType}.`)
  const fault = mediaType === 'image/png' ? pixelFault(bytes, picture) : null
  if (fault !== null) throw refused(fault)
  return { sha256, mediaType, width, height }
}

const refused = (detail: string): AppError => new AppError('unsupported-media', { detail })
