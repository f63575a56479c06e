import { derivedId } from '@/lib/kernel/id'
import { type OscalObject, present } from './oscal-object'
import { line, prose } from './oscal-text'

/** Something a document points at. `sha256` is of the bytes at `href`; null where those bytes are not ours to know. */
export type OscalResource = {
  /** Its uuid is derived from this: the same thing is the same resource in every document. */
  key: readonly string[]
  title: string
  description: string
  href: string | null
  mediaType: string | null
  sha256: string | null
}

export const OSCAL_JSON = 'application/oscal+json'

const VERSION_AT = 14

/**
 * Derived like every other id, but marked version 4, the other version OSCAL allows: compliance-trestle takes nothing else
 * for a reference to a resource and would warn of every one.
 */
function resourceId(key: readonly string[]): string {
  const derived = derivedId('oscal-resource', ...key)
  return `${derived.slice(0, VERSION_AT)}4${derived.slice(VERSION_AT + 1)}`
}

/** How a document points at a resource of its own. */
export const resourceHref = (key: readonly string[]): string => `#${resourceId(key)}`

/** A resource of the back matter. What has no hash says so in its description, because a bare address proves nothing. */
export const resourceOf = ({ key, title, description, href, mediaType, sha256 }: OscalResource): OscalObject =>
  present({
    uuid: resourceId(key),
    title: line(title),
    description: prose(description),
    rlinks:
      href === null
        ? undefined
        : [
            present({
              href,
              'media-type': mediaType,
              hashes: sha256 === null ? undefined : [{ algorithm: 'SHA-256', value: sha256 }],
            }),
          ],
  })

/** Resources gathered while a document is written; each once, in the order of their uuid. */
export class BackMatter {
  readonly #resources = new Map<string, OscalResource>()

  /** Keeps a resource and returns how to point at it. */
  add(resource: OscalResource): string {
    const href = resourceHref(resource.key)
    this.#resources.set(href, resource)
    return href
  }

  list(): OscalObject[] {
    const sorted = [...this.#resources].sort(([a], [b]) => (a < b ? -1 : 1))
    return sorted.map(([, resource]) => resourceOf(resource))
  }
}
