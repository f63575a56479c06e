import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { FactPage, ReadContext, Step } from '@/lib/sources/collect/collector'
import type { Ask, ClusterClient } from './cluster-client'
import { shapeError } from './cluster-error'
import { record, records, text } from './facts/json'

/** Groups that products bring with them, by service. That one is not there means that the product is not. */
export const PRODUCT_GROUPS = {
  istio: ['security.istio.io'],
  linkerd: ['policy.linkerd.io'],
  calico: ['crd.projectcalico.org', 'projectcalico.org'],
  gatekeeper: ['templates.gatekeeper.sh', 'constraints.gatekeeper.sh'],
  spiffe: ['spire.spiffe.io'],
} as const

const groupOperation = (group: string): string => `get /apis/${group}`

type Versions = { versions: readonly string[]; calls: number }

/** What a cluster said of its groups, as long as it is open: a run asks once. Whoever takes a run over asks again. */
const told = new WeakMap<ClusterClient, Map<string, readonly string[]>>()

/**
 * The versions a group is served in, the preferred one first; none when the cluster does not serve the group, which every
 * server says by 404. `calls` is 0 when it was asked before.
 */
export async function groupVersions(client: ClusterClient, group: string, ask: Ask): Promise<Versions> {
  const groups = told.get(client) ?? new Map<string, readonly string[]>()
  told.set(client, groups)
  const known = groups.get(group)
  if (known) return { versions: known, calls: 0 }
  const versions = await askVersions(client, group, ask)
  groups.set(group, versions)
  return { versions, calls: 1 }
}

async function askVersions(client: ClusterClient, group: string, ask: Ask): Promise<readonly string[]> {
  const { status, body } = await client.json(`/apis/${group}`, ask, [404])
  if (status === 404) return []
  const { preferredVersion, versions } = record(body)
  const preferred = text(record(preferredVersion).version)
  if (preferred === null) throw shapeError(ask.operation, 'the group names no preferred version')
  const others = records(versions).flatMap(({ version }) => text(version) ?? [])
  return [preferred, ...others.filter((version) => version !== preferred)]
}

/** Asks whether a group is served, and keeps the answer as a fact. */
export function groupStep(client: ClusterClient, account: string, group: string): Step {
  const operation = groupOperation(group)
  return {
    operation,
    operations: [operation],
    async read(_, context: ReadContext): Promise<FactPage> {
      const { versions, calls } = await groupVersions(client, group, { operation, context })
      const [version = null] = versions
      const facts = { installed: version !== null, version }
      const resource: AnyResource = { type: 'k8s.api-group', id: group, name: group, account, region: null, facts }
      return {
        resources: [resource],
        next: null,
        calls,
        coverage: [{ operation, pages: 1, items: 1, error: null }],
      }
    },
  }
}
