import type { PlannedRule } from '@/lib/model/facts/terraform'
import type { Reading, Unread } from '@/lib/model/resource'
import { hiddenBy, items, type Planned, part, read, toPort, toText } from './planned'

export type IngressFacts = { kind: string; rules: Reading<readonly PlannedRule[]> }

export const INGRESS_ATTRIBUTES = [
  'ingress',
  'type',
  'cidr_blocks',
  'ipv6_cidr_blocks',
  'cidr_ipv4',
  'cidr_ipv6',
  'from_port',
  'to_port',
  'protocol',
  'ip_protocol',
] as const

const GROUPS: ReadonlySet<string> = new Set(['aws_security_group', 'aws_default_security_group'])
const RULE = 'aws_security_group_rule'
const SINGLE_RULE = 'aws_vpc_security_group_ingress_rule'

export const isIngress = (type: string): boolean => GROUPS.has(type) || type === RULE || type === SINGLE_RULE

/**
 * What a planned group or rule lets in; null for a rule of the other direction. `written` says whether the code writes
 * rules into the group: a new group without any has none, although Terraform calls them known only after apply, because
 * another resource may add some.
 */
export function ingressFacts(kind: string, resource: Planned, written: boolean): IngressFacts | null {
  if (GROUPS.has(kind)) return { kind, rules: groupRules(part(resource, 'ingress'), written) }
  if (kind === SINGLE_RULE) return { kind, rules: { value: [ruleOf(resource, SINGLE)] } }
  const direction = read(part(resource, 'type'), toText)
  if ('value' in direction && direction.value !== 'ingress') return null
  return { kind, rules: 'value' in direction ? { value: [ruleOf(resource, LISTS)] } : direction }
}

function groupRules(ingress: Planned, written: boolean): Reading<readonly PlannedRule[]> {
  if (Array.isArray(ingress.value)) return { value: items(ingress).map((one) => ruleOf(one, LISTS)) }
  return hiddenBy(ingress) !== null && written ? (hiddenBy(ingress) as Unread) : { value: [] }
}

const LISTS = { protocol: 'protocol', ranges: ['cidr_blocks', 'ipv6_cidr_blocks'] }
const SINGLE = { protocol: 'ip_protocol', ranges: ['cidr_ipv4', 'cidr_ipv6'] }

function ruleOf(rule: Planned, names: typeof LISTS): PlannedRule {
  const ranges = names.ranges.map((name) => part(rule, name)).flatMap((one) => [one, ...items(one)])
  const known = ranges.filter((one) => typeof one.value === 'string' && hiddenBy(one) === null)
  return {
    protocol: known.length === 0 ? null : plain(part(rule, names.protocol), toText),
    fromPort: plain(part(rule, 'from_port'), toPort),
    toPort: plain(part(rule, 'to_port'), toPort),
    cidrs: known.map((one) => String(one.value)),
    hidden: ranges.map(hiddenBy).find((one) => one !== null) ?? null,
  }
}

/** What is not to be had of it is left out; the ranges alone decide. */
function plain<T>(planned: Planned, convert: (value: unknown) => T): T | null {
  const reading = read(planned, convert)
  return 'value' in reading ? reading.value : null
}
