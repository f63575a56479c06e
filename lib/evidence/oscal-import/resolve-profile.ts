import type { CustomContent } from '@/lib/model/custom-framework'
import { type OscalFault, under } from './oscal-fault'
import { type Import, Profile, type Resource } from './profile-shape'
import { type ControlHints, readCatalog } from './read-catalog'
import { readOscalText, shapeFaults } from './read-document'
import { selectControls } from './select-controls'

/** A catalog that a profile may draw on: by its document's uuid, and by names its file may be called. Lower case. */
export type CatalogSource = { key: string; names: readonly string[]; content: CustomContent }

export type ResolvedProfile = {
  content: CustomContent
  /** From which source each control came; null for a catalog that stands in the profile itself. */
  from: ReadonlyMap<string, string | null>
  hints: ReadonlyMap<string, ControlHints>
  /** What the profile asks for and is not done: it is counted, so that it can be said. */
  ignored: { parameters: number; alterations: number; merge: boolean }
  withdrawn: number
}

/**
 * The controls that a profile draws from its catalogs, each once and in the order of the imports. An import is found among
 * `sources` by the uuid or file name it names, or in the profile's own back matter. Faults: an import that cannot be found
 * (named), an id its catalog does not have, and nothing selected at all.
 */
export function resolveProfile(
  root: unknown,
  sources: readonly CatalogSource[],
): ResolvedProfile | { faults: readonly OscalFault[] } {
  const shaped = shapeFaults(Profile, root, 'profile')
  if (shaped.length > 0) return { faults: shaped }
  const profile = Profile.parse(root)
  const resources = profile['back-matter']?.resources ?? []
  const resolving = new Resolving(sources, resources)
  for (const [i, one] of profile.imports.entries()) resolving.import(one, under('profile.imports', i))
  const { content, from, hints, withdrawn, faults } = resolving
  if (faults.length === 0 && content.requirements.length === 0)
    faults.push({ path: 'profile.imports', reason: 'selects no control' })
  if (faults.length > 0) return { faults }
  const { modify, merge } = profile
  const ignored = {
    parameters: modify?.['set-parameters']?.length ?? 0,
    alterations: modify?.alters?.length ?? 0,
    merge: merge?.custom !== undefined,
  }
  return { content, from, hints, withdrawn, ignored }
}

type Found = {
  key: string | null
  content: CustomContent
  hints?: ReadonlyMap<string, ControlHints>
  withdrawn?: number
}

class Resolving {
  readonly content: CustomContent = { groups: [], requirements: [] }
  readonly from = new Map<string, string | null>()
  readonly hints = new Map<string, ControlHints>()
  readonly faults: OscalFault[] = []
  withdrawn = 0

  constructor(
    private readonly sources: readonly CatalogSource[],
    private readonly resources: readonly Resource[],
  ) {}

  import(given: Import, path: string): void {
    const found = this.find(given.href, under(path, 'href'))
    if (!found) return
    const { requirements, faults } = selectControls(found.content, given, path)
    this.faults.push(...faults)
    this.withdrawn += found.withdrawn ?? 0
    const fresh = requirements.filter(({ id }) => !this.from.has(id))
    const kept = new Set(requirements.map(({ id }) => id))
    for (const one of fresh) {
      this.from.set(one.id, found.key)
      const hints = found.hints?.get(one.id)
      if (hints) this.hints.set(one.id, hints)
      this.content.requirements.push(one.parent !== null && kept.has(one.parent) ? one : { ...one, parent: null })
    }
    const used = new Set(fresh.map(({ group }) => group))
    const known = new Set(this.content.groups.map(({ id }) => id))
    this.content.groups.push(...found.content.groups.filter(({ id }) => used.has(id) && !known.has(id)))
  }

  private find(href: string, path: string): Found | null {
    const resource = resourceOf(href, this.resources)
    if (resource?.base64) return this.embedded(resource.base64.value, path)
    const names = namesOf(href, resource)
    const source = this.sources.find((one) => names.some((name) => one.names.includes(name)))
    if (source) return { key: source.key, content: source.content }
    const wanted = [...new Set(names)].filter(Boolean).join(' or ')
    const reason = `asks for ${wanted || href}, which is neither this product's catalog nor a framework imported here; import that catalog first`
    this.faults.push({ path, reason: reason.slice(0, 500) })
    return null
  }

  private embedded(base64: string, path: string): Found | null {
    const text = textOf(base64)
    const document = text === null ? null : readOscalText(text)
    if (document === null || !('root' in document) || document.model !== 'catalog') {
      const first = document && 'faults' in document ? document.faults[0] : undefined
      const why = first ? `: ${first.path} ${first.reason}` : ''
      this.faults.push({ path, reason: `leads to a resource that holds no OSCAL catalog in JSON${why}` })
      return null
    }
    const read = readCatalog(document.root)
    if (!('faults' in read)) return { key: null, ...read }
    const inside = read.faults.map(({ path: at, reason }) => ({
      path,
      reason: `leads to a catalog in which ${at} ${reason}`,
    }))
    this.faults.push(...inside)
    return null
  }
}

/** What an address calls a document: `#uuid`, or its last part without the ending of a file; in lower case. */
export const documentName = (href: string): string => {
  const address = href.replace(/^#/, '').replace(/[?#].*$/, '')
  const name = address.slice(address.lastIndexOf('/') + 1).toLowerCase()
  return name.replace(/\.(json|xml|yaml|yml)$/, '').replace(/\.oscal$/, '')
}

const namesOf = (href: string, resource: Resource | undefined): string[] =>
  [href, ...(resource?.rlinks ?? []).map((link) => link.href)].map(documentName)

const resourceOf = (href: string, resources: readonly Resource[]): Resource | undefined =>
  href.startsWith('#') ? resources.find(({ uuid }) => uuid === href.slice(1)) : undefined

/** Every name under which a profile may ask for a catalog: what need not be fetched is not among them. */
export function namesAsked(root: unknown): ReadonlySet<string> {
  const { data } = Profile.safeParse(root)
  const resources = data?.['back-matter']?.resources ?? []
  return new Set((data?.imports ?? []).flatMap(({ href }) => namesOf(href, resourceOf(href, resources))))
}

function textOf(base64: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
