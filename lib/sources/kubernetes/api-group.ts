import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { FactPage, ReadContext, Step } from '@/lib/sources/collect/collector'
import type { Ask, ClusterClient } from './cluster-client'
import { shapeError } from './cluster-error'
import { type Json, record, records, text } from './facts/json'

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
type Groups = ReadonlyMap<string, readonly string[]>

/** What a cluster said of its groups, as long as it is open: a run asks once. Whoever takes a run over asks again. */
const told = new WeakMap<ClusterClient, Groups>()

/**
 * The versions a group is served in, the preferred one first; none when the cluster does not name the group among those it
 * serves. `calls` is 0 when the cluster was asked before, of whatever group.
 */
export async function groupVersions(client: ClusterClient, group: string, ask: Ask): Promise<Versions> {
  const known = told.get(client)
  const groups = known ?? (await askGroups(client, ask))
  told.set(client, groups)
  return { versions: groups.get(group) ?? [], calls: known ? 0 : 1 }
}

/** All groups at once (APIGroupList of meta/v1): one answer instead of one for each product. */
async function askGroups(client: ClusterClient, ask: Ask): Promise<Groups> {
  const { body } = await client.json('/apis', ask)
  const { groups } = record(body)
  if (!Array.isArray(groups)) throw shapeError(ask.operation, 'the answer is not a list of groups')
  return new Map(
    records(groups).map((group): [string, readonly string[]] => [text(group.name) ?? '', versionsOf(group)]),
  )
}

function versionsOf({ preferredVersion, versions }: Json): readonly string[] {
  const preferred = text(record(preferredVersion).version)
  const all = records(versions).flatMap(({ version }) => text(version) ?? [])
  return preferred === null ? all : [preferred, ...all.filter((version) => version !== preferred)]
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
