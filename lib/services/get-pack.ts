import { packFiles } from '@/lib/db/pack-files'
import { packManifestOf } from '@/lib/db/pack-zip-index'
import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { EvidencePackContents } from '@/lib/model/evidence-pack'
import { authorize } from './authorize'
import { packFor } from './pack-access'

type Asked = { org: string; id: string }

/** One pack, how far it is, and what its manifest lists once it is done. Throws not-found. */
export async function getPack(actor: Actor, { org, id }: Asked): Promise<EvidencePackContents> {
  const admitted = await authorize(actor, org, 'evidence-pack:read')
  const { organizationId } = admitted
  const pack = await forOrganization(organizationId, (store) => packFor(store, actor, admitted, parseId(id)))
  const isThere = pack.state === 'done' && pack.removedAt === null
  const manifest = isThere ? await packManifestOf(packFiles(organizationId).pathOf(pack.id)).catch(() => null) : null
  return { ...pack, contents: manifest?.files ?? null }
}
