import { packFiles } from '@/lib/db/pack-files'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'
import { packFor } from './pack-access'

export type PackDownload = { fileName: string; bytes: number; sha256: string; content: AsyncIterable<Uint8Array> }

/**
 * The ZIP of a finished pack; that it was handed out is written down first. Throws not-found, forbidden, conflict while it
 * is not done, and internal when the file is not of the length it was written with.
 */
export async function readPack(actor: Actor, { org, id }: { org: string; id: string }): Promise<PackDownload> {
  const admitted = await authorize(actor, org, 'evidence-pack:export')
  const packId = parseId(id)
  const pack = await forOrganization(admitted, (store) => packFor(store, actor, admitted, packId))
  if (pack.state !== 'done' || pack.sha256 === null) {
    throw new AppError('conflict', { detail: `The pack is ${pack.state}: there is no file of it.` })
  }
  if (pack.removedAt !== null) {
    throw new AppError('not-found', { detail: 'The file of this pack was removed under a retention rule.' })
  }
  const { bytes, content } = await packFiles(admitted.organizationId).read(packId)
  if (bytes !== pack.bytes) {
    throw new AppError('internal', {
      detail: 'The stored pack no longer is what was built. It was altered outside Proofline and is not given out.',
      reason: `pack ${packId} has ${bytes} bytes instead of ${pack.bytes}`,
    })
  }
  const { framework, sha256 } = pack
  await forOrganization(admitted, ({ audit }) =>
    audit.append(actor, { action: 'evidence-pack.downloaded', subject: packId, detail: { framework, sha256 } }),
  )
  const days = `${pack.period.from}-to-${pack.period.to}`
  return { fileName: `${org}-${framework.replace(':', '-')}-${days}.zip`, bytes, sha256, content }
}
