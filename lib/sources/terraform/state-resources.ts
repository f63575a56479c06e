import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Path, Want } from './json-walk'

type Found = { address: string; kind: string; arn: string | null; providerId: string | null }
type Parts = { address?: unknown; mode?: unknown; type?: unknown; values: Identity; sensitive: Identity | true }
type Identity = { arn?: unknown; id?: unknown }

const FIELDS: ReadonlySet<string> = new Set(['address', 'mode', 'type'])
const IDENTITY: ReadonlySet<string> = new Set(['arn', 'id'])

/** The managed resources of a state: `values` of a state, or `prior_state.values` of a plan. Only what names them is held. */
export class StateResources {
  readonly found: Found[] = []
  private parts: Parts = { values: {}, sensitive: {} }

  static wants(path: Path): Want {
    const at = path[0] === 'root_module' ? inModule(path.slice(1)) : path.length === 0 ? [] : null
    if (at === null) return 'skip'
    const [field, attribute] = at
    if (field === undefined) return 'enter'
    if (field !== 'values' && field !== 'sensitive_values') return FIELDS.has(String(field)) ? 'keep' : 'skip'
    if (attribute === undefined) return 'enter'
    return IDENTITY.has(String(attribute)) ? 'keep' : 'skip'
  }

  value(path: Path, value: unknown): void {
    const [field, attribute] = inModule(path.slice(1)) ?? []
    if (field === 'values') {
      if (attribute !== undefined) this.parts.values[attribute as 'arn' | 'id'] = value
    } else if (field === 'sensitive_values') {
      if (attribute === undefined) this.parts.sensitive = value === true ? true : {}
      else if (this.parts.sensitive !== true) this.parts.sensitive[attribute as 'arn' | 'id'] = value
    } else if (field !== undefined) this.parts[field as 'address' | 'mode' | 'type'] = value
  }

  leave(path: Path): void {
    if (!isResource(path.slice(1))) return
    const { address, mode, type, values, sensitive } = this.parts
    this.parts = { values: {}, sensitive: {} }
    if (mode !== 'managed' || typeof address !== 'string' || typeof type !== 'string') return
    const shown = (key: 'arn' | 'id'): string | null =>
      typeof values[key] === 'string' && sensitive !== true && sensitive[key] !== true ? values[key] : null
    this.found.push({ address, kind: type, arn: shown('arn'), providerId: shown('id') })
  }

  facts = (workspace: string): AnyResource[] =>
    this.found.map(({ address, kind, arn, providerId }) => ({
      type: 'terraform.managed',
      id: address,
      name: address,
      account: workspace,
      region: null,
      facts: { kind, arn, providerId },
    }))
}

/** What of a path is below a resource; empty on the way there; null where there is none. */
function inModule(path: Path): Path | null {
  const [head, index, ...rest] = path
  if (head === undefined) return []
  if (head === 'child_modules') return index === undefined ? [] : inModule(rest)
  return head === 'resources' ? rest : null
}

function isResource(path: Path): boolean {
  const [head, index, ...rest] = path
  if (head === 'child_modules') return isResource(rest)
  return head === 'resources' && index !== undefined && rest.length === 0
}
