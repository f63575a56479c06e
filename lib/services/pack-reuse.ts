import type { PackContent } from '@/lib/db/pack-content'
import { packFiles } from '@/lib/db/pack-files'
import { packedIn } from '@/lib/db/pack-zip-index'
import { forOrganization } from '@/lib/db/store'
import { isPackedAlike, type Reusable } from './pack-evidence-files'

/** As many earlier packs are looked into. */
const EARLIER = 3

/**
 * What earlier packs of the organization hold packed already. A pack is used only when its file is, byte for byte, what was
 * recorded of it. `count` tells how many bytes of content were taken.
 */
export async function reusableContents(
  organizationId: string,
  wanted: ReadonlySet<string>,
): Promise<{ reusable: Reusable; count: () => number }> {
  const files = packFiles(organizationId)
  const known = new Map<string, PackContent>()
  const packs =
    wanted.size === 0 ? [] : await forOrganization(organizationId, (store) => store.evidencePacks.finished(EARLIER))
  for (const { id, sha256 } of packs) {
    if ([...wanted].every((one) => known.has(one))) break
    if (!(await files.isSound(id, sha256))) continue
    for (const [of, content] of await packedIn(files.pathOf(id)))
      if (wanted.has(of) && !known.has(of)) known.set(of, content)
  }
  let taken = 0
  return {
    reusable: (sha256, mediaType) => {
      const content = known.get(sha256)
      if (!content || !isPackedAlike(content, mediaType)) return null
      taken += content.bytes
      return content
    },
    count: () => taken,
  }
}
