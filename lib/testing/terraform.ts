type Json = Record<string, unknown>

type ToldChange = {
  type?: string
  name?: string
  key?: string
  module?: string
  after?: Json | null
  unknown?: Json | boolean
  sensitive?: Json | boolean
  beforeSensitive?: Json | boolean
  actions?: string[]
  mode?: string
  deposed?: string
}

/** An entry of `resource_changes`: a bucket that is made, unless told otherwise. */
export function changeOf(told: ToldChange = {}): Json {
  const { type = 'aws_s3_bucket', name = 'a', key = '', module, mode = 'managed', deposed } = told
  const { after = {}, unknown = {}, sensitive = false, beforeSensitive = false, actions = ['create'] } = told
  return {
    address: `${module ? `${module}.` : ''}${type}.${name}${key}`,
    ...(module ? { module_address: module } : {}),
    mode,
    type,
    name,
    provider_name: 'registry.terraform.io/hashicorp/aws',
    ...(deposed ? { deposed } : {}),
    change: {
      actions,
      before: null,
      after,
      after_unknown: unknown,
      before_sensitive: beforeSensitive,
      after_sensitive: sensitive,
    },
  }
}

/** A plan as `terraform show -json` prints it, of these changes and what else is told. */
export const planOf = (changes: readonly Json[], more: Json = {}): Json => ({
  format_version: '1.2',
  terraform_version: '1.11.4',
  planned_values: { root_module: {} },
  resource_changes: changes,
  configuration: { root_module: {} },
  checks: [],
  ...more,
})

/** A state as `terraform show -json` prints it. */
export const stateOf = (resources: readonly Json[], more: Json = {}): Json => ({
  format_version: '1.0',
  terraform_version: '1.11.4',
  values: { root_module: { resources } },
  ...more,
})

/** A document or text as bytes, in pieces of a size. */
export async function* bytesOf(content: unknown, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
