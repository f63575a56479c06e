import { CHECKS } from '@/lib/checks/registry'
import { automatedChecksOf } from '@/lib/framework/automated-checks'
import { capabilities } from '@/lib/framework/capabilities'
import { crosswalkOf } from '@/lib/framework/crosswalk'
import { OWN_FRAMEWORK } from '@/lib/framework/requirement-framework'
import type { CapabilityId } from '@/lib/model/layer'
import type { CitedRequirement } from '@/lib/model/scanner-record'
import { citedRequirement } from './cited-requirement'
import { tableCapability } from './rule-table'

export type RuleMapped = {
  /** The main one first; empty is unmapped. */
  capabilities: readonly CapabilityId[]
  /** Who said so: our own check of the same purpose, the framework's list of calls, requirement ids, or the table of names. */
  by: 'check' | 'framework' | 'requirements' | 'table' | null
}

const UNMAPPED: RuleMapped = { capabilities: [], by: null }
/** How many capabilities a finding may touch beside its main one, and how near to it they have to be. */
const MOST = 3
const NEAR = 0.6

const order = new Map(capabilities.map(({ id }, at) => [id, at]))

const peers: ReadonlyMap<string, readonly CapabilityId[]> = new Map(
  CHECKS.flatMap((check) => check.peers.map((one) => [`${one.product}/${one.id}`, check.capabilities] as const)),
)

const named: ReadonlyMap<string, CapabilityId> = new Map(
  capabilities.flatMap(({ id }) =>
    automatedChecksOf(id).flatMap((one) => (one.prowlerCheck ? [[one.prowlerCheck, id] as const] : [])),
  ),
)

/** Capabilities that touch a requirement, each with how far that can be relied upon. */
const touching: ReadonlyMap<string, readonly { capability: CapabilityId; trust: number }[]> = inverse()

function inverse() {
  const found = new Map<string, { capability: CapabilityId; trust: number }[]>()
  for (const { id: capability } of capabilities)
    for (const { standard, id, label } of crosswalkOf(capability)) {
      const key = `${standard}/${id}`
      found.set(key, [...(found.get(key) ?? []), { capability, trust: label === 'judgement' ? 0.5 : 1 }])
    }
  return found
}

/**
 * Which capabilities a rule of another scanner speaks to: those of our own check it is the nearest peer of, else the one
 * the framework names it under or that it cites itself, else those its requirements touch. Each requirement has one vote, shared among the
 * capabilities it touches, halved where the edge is judgement alone; up to three with 60 % of the most votes count. A rule
 * without any of these is mapped by its name, where the scanner names its rules by what they are about.
 */
export function ruleCapabilities(product: string, rule: string, requirements: readonly CitedRequirement[]): RuleMapped {
  const own = peers.get(`${product.toLowerCase()}/${rule}`)
  if (own) return { capabilities: own, by: 'check' }
  const listed = product.toLowerCase() === 'prowler' ? named.get(rule) : undefined
  if (listed) return { capabilities: [listed], by: 'framework' }
  const cited = requirements.filter(({ standard, id }) => standard === OWN_FRAMEWORK && order.has(id))
  if (cited.length > 0) return { capabilities: cited.map(({ id }) => id), by: 'framework' }
  const votes = new Map<CapabilityId, number>()
  for (const cited of requirements) {
    const known = citedRequirement(cited)
    const edges = known ? (touching.get(`${known.standard}/${known.id}`) ?? []) : []
    for (const { capability, trust } of edges)
      votes.set(capability, (votes.get(capability) ?? 0) + trust / edges.length)
  }
  const ranked = [...votes].sort(([a, m], [b, n]) => n - m || (order.get(a) ?? 0) - (order.get(b) ?? 0))
  const most = ranked[0]?.[1]
  if (most === undefined) return byName(product, rule)
  const near = ranked.filter(([, n]) => n >= most * NEAR).slice(0, MOST)
  return { capabilities: near.map(([id]) => id), by: 'requirements' }
}

function byName(product: string, rule: string): RuleMapped {
  const found = tableCapability(product, rule)
  return found ? { capabilities: [found], by: 'table' } : UNMAPPED
}
