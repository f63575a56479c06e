import { sha256 } from '@/lib/db/sha256'
import { ownCatalog } from '@/lib/evidence/oscal/catalog'
import { componentDefinition } from '@/lib/evidence/oscal/component-definition'
import { oscalText } from '@/lib/evidence/oscal/write-oscal'

type Written = { text: string; sha256: string }

let catalog: Written | null = null

/** Our catalog, which every other document names by its digest; the same for everybody, so it is written once. */
export function writtenCatalog(): Written {
  if (catalog === null) {
    const text = oscalText('catalog', ownCatalog(), sha256)
    catalog = { text, sha256: sha256(text) }
  }
  return catalog
}

/** Our checks as components. */
export const writtenComponents = (): string =>
  oscalText('component-definition', componentDefinition(writtenCatalog().sha256), sha256)
