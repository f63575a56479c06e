import { type OscalFault, under } from './oscal-fault'

/** Fields that name something of the same document, and the lists where it stands. */
const REFERENCES: Readonly<Record<string, { list: string; what: string }>> = {
  'observation-uuid': { list: 'observations', what: 'observation' },
  'risk-uuid': { list: 'risks', what: 'risk' },
}
/** Lists whose members are told apart by their UUID. */
const IDENTIFIED: ReadonlySet<string> = new Set([
  'parties',
  'observations',
  'risks',
  'findings',
  'results',
  'resources',
  'poam-items',
])
/** Lists whose members are told apart by their id. */
const NAMED: ReadonlySet<string> = new Set(['controls', 'groups', 'params', 'parts'])
/** A catalog resolved from a profile keeps such links to controls that the profile left out; NIST's own do. */
const MAY_DANGLE: ReadonlySet<string> = new Set(['related', 'required', 'incorporated-into', 'moved-to'])
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Known = Map<string, Map<string, string>>
type Cited = { path: string; list: string | null; id: string; what: string }

/**
 * References of a document that lead nowhere in it, and ids given twice. Looked at are observations, risks, `#` links, the
 * parties its metadata holds responsible, and the ids of controls, groups, parameters and parts. What lies in other
 * documents is not judged, nor what a profile imports, which may be kept elsewhere.
 */
export function referenceFaults(document: unknown, path = ''): OscalFault[] {
  const known: Known = new Map()
  const cited: Cited[] = []
  const faults: OscalFault[] = []
  const walk = (value: unknown, place: string, owner: string): void => {
    if (Array.isArray(value)) {
      for (const [i, item] of value.entries()) walk(item, under(place, i), owner)
    } else if (typeof value === 'object' && value !== null) {
      const fields = value as Record<string, unknown>
      faults.push(...remember(known, fields, place, owner))
      if (owner !== 'imports') cited.push(...citedBy(fields, place))
      if (owner === 'responsible-parties' && METADATA.test(place)) cited.push(...partiesOf(fields, place))
      for (const [name, item] of Object.entries(fields)) walk(item, under(place, name), name)
    }
  }
  walk(document, path, '')
  return [...faults, ...cited.flatMap((one) => dangling(known, one))]
}

function remember(known: Known, fields: Record<string, unknown>, path: string, owner: string): OscalFault[] {
  const key = IDENTIFIED.has(owner) ? 'uuid' : NAMED.has(owner) ? 'id' : null
  const faults: OscalFault[] = []
  for (const name of ['uuid', 'id'] as const) {
    const id = fields[name]
    if (typeof id !== 'string') continue
    const list = name === key ? owner : ''
    const before = known.get(list)?.get(id)
    if (name === key && before !== undefined)
      faults.push({ path: under(path, name), reason: `${id} is given twice, first at ${before}` })
    else known.set(list, (known.get(list) ?? new Map()).set(id, path))
    if (list !== '') known.set('', (known.get('') ?? new Map()).set(id, path))
  }
  return faults
}

function citedBy(fields: Record<string, unknown>, path: string): Cited[] {
  const { href, rel } = fields
  const found: Cited[] = Object.entries(REFERENCES).flatMap(([name, { list, what }]) => {
    const id = fields[name]
    return typeof id === 'string' ? [{ path: under(path, name), list, id, what }] : []
  })
  if (typeof href !== 'string' || !href.startsWith('#')) return found
  const id = decoded(href.slice(1))
  if (!UUID.test(id) && typeof rel === 'string' && MAY_DANGLE.has(rel)) return found
  return [...found, { path: under(path, 'href'), list: null, id, what: 'part or resource' }]
}

/** Elsewhere a party may be one that the plan or the system names. */
const METADATA = /^[a-z-]+\.metadata\./

function partiesOf({ 'party-uuids': ids }: Record<string, unknown>, path: string): Cited[] {
  const at = under(path, 'party-uuids')
  return (Array.isArray(ids) ? ids : []).map((id, i) => ({
    path: under(at, i),
    list: 'parties',
    id: String(id),
    what: 'party',
  }))
}

function dangling(known: Known, { path, list, id, what }: Cited): OscalFault[] {
  return known.get(list ?? '')?.has(id) ? [] : [{ path, reason: `names ${id}, and the document holds no such ${what}` }]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
