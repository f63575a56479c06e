import type { Path } from './json-walk'

/** What the code of one resource refers to. Constants are never taken: people write secrets into them. */
export type ResourceCode = {
  /** References of an attribute, as `aws_s3_bucket.a.id`; an entry without any for one that is written otherwise. */
  references: Map<string, readonly string[]>
  forEach: readonly string[]
}

export type ModuleCode = {
  resources: Map<string, ResourceCode>
  outputs: Map<string, readonly string[]>
  calls: Map<string, ModuleCall>
}

export type ModuleCall = { module: ModuleCode; inputs: Map<string, readonly string[]>; forEach: readonly string[] }

/** Attributes whose references say what a planned resource belongs to, or whether it is written at all. */
const ATTRIBUTES: ReadonlySet<string> = new Set(['bucket', 'ingress'])

/** Only these types are looked up: what a bucket's block refers to, and whether a group writes rules. */
const isResolved = (address: string): boolean =>
  /^aws_(s3_bucket_public_access_block|security_group|default_security_group)\./.test(address)

const newModule = (): ModuleCode => ({ resources: new Map(), outputs: new Map(), calls: new Map() })
const newResource = (): ResourceCode => ({ references: new Map(), forEach: [] })

/** Puts together what a plan says of its code, value by value as they are read. */
export class Configuration {
  readonly root = newModule()
  private current: { address: string; code: ResourceCode } = { address: '', code: newResource() }

  /** Whether the value at this path below `configuration.root_module` is worth holding. */
  static wants(path: Path): 'keep' | 'enter' | 'skip' {
    const [head, second, third, ...rest] = path
    if (head === 'resources') return wantsOfResource(path)
    if (head === 'outputs') {
      if (third === undefined) return 'enter'
      return third !== 'expression' ? 'skip' : rest.length === 0 ? 'enter' : rest[0] === 'references' ? 'keep' : 'skip'
    }
    if (head !== 'module_calls') return 'skip'
    if (second === undefined || third === undefined) return 'enter'
    if (third === 'module') return rest.length === 0 ? 'enter' : Configuration.wants(rest)
    if (third === 'expressions') return rest.length < 2 ? 'enter' : rest[1] === 'references' ? 'keep' : 'skip'
    if (third === 'for_each_expression') return rest.length === 0 ? 'enter' : rest[0] === 'references' ? 'keep' : 'skip'
    return 'skip'
  }

  value(path: Path, value: unknown, module: ModuleCode = this.root): void {
    const [head, second, third, ...rest] = path
    const texts = toTexts(value)
    if (head === 'resources') this.ofResource(path.slice(2), value)
    else if (head === 'outputs') module.outputs.set(String(second), texts)
    else if (head === 'module_calls') {
      const call = callOf(module, String(second))
      if (third === 'module') this.value(rest, value, call.module)
      else if (third === 'expressions') call.inputs.set(String(rest[0]), texts)
      else call.forEach = texts
    }
  }

  /** A resource has ended. */
  leave(path: Path, module: ModuleCode = this.root): void {
    const [head, second, third, ...rest] = path
    if (head === 'module_calls' && third === 'module') this.leave(rest, callOf(module, String(second)).module)
    else if (head === 'resources' && path.length === 4 && third === 'expressions') this.written(String(rest[0]))
    else if (head === 'resources' && path.length === 2) {
      if (isResolved(this.current.address)) module.resources.set(this.current.address, this.current.code)
      this.current = { address: '', code: newResource() }
    }
  }

  private written(attribute: string): void {
    const { references } = this.current.code
    if (!references.has(attribute)) references.set(attribute, [])
  }

  private ofResource([field, attribute]: Path, value: unknown): void {
    if (field === 'address') this.current.address = String(value)
    else if (field === 'for_each_expression') this.current.code.forEach = toTexts(value)
    else if (field === 'expressions') this.current.code.references.set(String(attribute), toTexts(value))
  }
}

function wantsOfResource([, index, field, attribute, inner, ...rest]: Path): 'keep' | 'enter' | 'skip' {
  if (index === undefined || field === undefined) return 'enter'
  if (field === 'address') return 'keep'
  if (field === 'for_each_expression')
    return attribute === undefined ? 'enter' : attribute === 'references' ? 'keep' : 'skip'
  if (field !== 'expressions') return 'skip'
  if (attribute === undefined) return 'enter'
  if (!ATTRIBUTES.has(String(attribute))) return 'skip'
  if (inner === undefined) return 'enter'
  return inner === 'references' && rest.length === 0 ? 'keep' : 'skip'
}

function callOf(module: ModuleCode, name: string): ModuleCall {
  const known = module.calls.get(name)
  if (known) return known
  const call: ModuleCall = { module: newModule(), inputs: new Map(), forEach: [] }
  module.calls.set(name, call)
  return call
}

const toTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
