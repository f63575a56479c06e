import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { TerraformFacts } from '@/lib/model/facts/terraform'
import { moduleSteps, within } from './address'
import type { ModuleCode } from './configuration'
import { INGRESS_ATTRIBUTES, ingressFacts, isIngress } from './ingress-rules'
import { CHANGES, type Planned, part, read, toText, toTruth } from './planned'
import { Buckets, type Instance, resolveBucket } from './resolve-bucket'
import { STORE_ATTRIBUTES, STORES } from './store-attributes'

const BUCKET = 'aws_s3_bucket'
const BLOCK = 'aws_s3_bucket_public_access_block'

/** All that is ever held of a resource's values; what else a plan says of it is let go while it is read. */
export const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'bucket',
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
  ...INGRESS_ATTRIBUTES,
  ...STORE_ATTRIBUTES,
])

/** Whether any check asks for resources of this type. */
export const isAskedFor = (type: string): boolean =>
  type === BUCKET || type === BLOCK || isIngress(type) || Object.hasOwn(STORES, type)

/** A resource as the plan leaves it, with only the attributes above. */
export type PlannedResource = { address: string; instance: Instance; planned: Planned }

/** Splits an address into module, name and key; what stands behind the name is the key as Terraform writes it. */
export function instanceOf(address: string, moduleAddress: string | null, type: string, name: string): Instance {
  const module = moduleSteps(moduleAddress)
  const key = address.slice(within(module, `${type}.${name}`).length)
  return { module, type, name, key: key === '' ? null : key }
}

/** The facts of a plan's resources, in the plan's order. `workspace` is the account they belong to. */
export function plannedFacts(
  resources: readonly PlannedResource[],
  code: ModuleCode,
  workspace: string,
): AnyResource[] {
  const buckets = new Buckets()
  for (const { instance } of resources) if (instance.type === BUCKET) buckets.add(instance)
  return resources.flatMap((one) => factsOf(one, { code, buckets, workspace }))
}

type Around = { code: ModuleCode; buckets: Buckets; workspace: string }

function factsOf({ address, instance, planned }: PlannedResource, around: Around): AnyResource[] {
  const common = { id: address, name: address, account: around.workspace, region: null }
  const { type } = instance
  if (type === BUCKET)
    return [{ ...common, type: 'terraform.bucket', facts: { bucket: read(part(planned, 'bucket'), toText) } }]
  if (type === BLOCK)
    return [{ ...common, type: 'terraform.public-access-block', facts: blockFacts(planned, instance, around) }]
  if (isIngress(type)) {
    const facts = ingressFacts(type, planned, writesIngress(around.code, instance))
    return facts === null ? [] : [{ ...common, type: 'terraform.ingress', facts }]
  }
  const encryption = STORES[type]?.(planned) ?? []
  return [{ ...common, type: 'terraform.store', facts: { kind: type, encryption } }]
}

function blockFacts(
  planned: Planned,
  instance: Instance,
  { code, buckets }: Around,
): TerraformFacts['terraform.public-access-block'] {
  const flag = (attribute: string) => read(part(planned, attribute), toTruth)
  return {
    of: concerned(planned, instance, code, buckets),
    blockPublicAcls: flag('block_public_acls'),
    blockPublicPolicy: flag('block_public_policy'),
    ignorePublicAcls: flag('ignore_public_acls'),
    restrictPublicBuckets: flag('restrict_public_buckets'),
  }
}

function concerned(planned: Planned, instance: Instance, code: ModuleCode, buckets: Buckets) {
  const named = read(part(planned, 'bucket'), toText)
  if ('value' in named && named.value !== null) return { bucket: named.value }
  const address = resolveBucket(code, buckets, instance, 'bucket')
  if (address !== null) return { address }
  const detail = 'which bucket it concerns is known only after apply'
  return 'value' in named ? { unread: 'not_collected' as const, operation: CHANGES, detail } : named
}

function writesIngress(code: ModuleCode, { module, type, name }: Instance): boolean {
  const own = module.reduce<ModuleCode | undefined>((at, step) => at?.calls.get(step.name)?.module, code)
  const resource = own?.resources.get(`${type}.${name}`)
  // Code that is not in the plan may write anything.
  return resource === undefined || resource.references.has('ingress')
}
