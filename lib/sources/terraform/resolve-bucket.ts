import { type ModuleStep, within } from './address'
import type { ModuleCall, ModuleCode } from './configuration'

/** One planned resource by the parts of its address. `key` as it stands in brackets, null where there is one instance. */
export type Instance = { module: readonly ModuleStep[]; type: string; name: string; key: string | null }

/** What an expression is read in: which module instance, and which instance `each` and `count` mean there. */
type Place = { module: readonly ModuleStep[]; key: string | null; forEach: readonly string[] }

/** How many references are followed; code that needs more goes in circles. */
const MOST_STEPS = 500

/**
 * The one planned bucket that an attribute of a resource refers to, by the code: directly, by the same key of `for_each` or
 * `count`, or through the inputs and outputs of modules. Null when the references lead to none or could mean several.
 */
export function resolveBucket(root: ModuleCode, buckets: Buckets, from: Instance, attribute: string): string | null {
  const code = codeAt(root, from.module)?.resources.get(`${from.type}.${from.name}`)
  if (!code) return null
  const place = { module: from.module, key: from.key, forEach: code.forEach }
  const found = new Set(follow({ root, buckets, steps: 0 }, code.references.get(attribute) ?? [], place))
  const [only] = found
  return found.size === 1 && only !== undefined && only !== AMBIGUOUS ? only : null
}

/** Planned buckets by module instance and name: their keys. */
export class Buckets {
  private readonly keys = new Map<string, (string | null)[]>()

  add({ module, type, name, key }: Instance): void {
    const address = within(module, `${type}.${name}`)
    this.keys.set(address, [...(this.keys.get(address) ?? []), key])
  }

  /** The instance of that key; without a key the only instance there is. Undefined when neither is there. */
  find(address: string, key: string | null): string | undefined {
    const keys = this.keys.get(address)
    if (!keys) return undefined
    if (key !== null && keys.includes(key)) return `${address}${key}`
    return keys.length === 1 ? `${address}${keys[0] ?? ''}` : undefined
  }

  has = (address: string): boolean => this.keys.has(address)
}

const AMBIGUOUS = ''
type Known = { root: ModuleCode; buckets: Buckets; steps: number }

const BUCKET = /^(aws_s3_bucket\.[\w-]+)(\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?/
const OUTPUT = /^module\.([\w-]+)(\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?(?:\.([\w-]+))?/
const INPUT = /^var\.([\w-]+)/

function follow(known: Known, references: readonly string[], place: Place): string[] {
  known.steps += 1
  if (known.steps > MOST_STEPS) return [AMBIGUOUS]
  const own = references.some((one) => one === 'each.key' || one === 'count.index') ? place.key : null
  return longest(references).flatMap((reference) => {
    if (reference.startsWith('each.value')) {
      const chained = place.forEach.filter((one) => BUCKET.test(one))
      return chained.flatMap((one) => bucketOf(known, one, place, place.key))
    }
    if (BUCKET.test(reference)) return bucketOf(known, reference, place, own)
    if (OUTPUT.test(reference)) return outputOf(known, reference, { ...place, key: own })
    return INPUT.test(reference) ? inputOf(known, reference, place) : []
  })
}

function bucketOf({ buckets }: Known, reference: string, place: Place, own: string | null): string[] {
  const [, name = '', key = null] = BUCKET.exec(reference) ?? []
  const address = within(place.module, name)
  return [buckets.find(address, key ?? own) ?? AMBIGUOUS]
}

/**
 * Terraform leaves the output's name out where the module instance is computed, as in `module.m[each.key].id`. Then it is
 * known only if all outputs of the module lead to one bucket.
 */
function outputOf(known: Known, reference: string, place: Place): string[] {
  const [, name = '', written = null, output] = OUTPUT.exec(reference) ?? []
  const outputs = codeAt(known.root, place.module)?.calls.get(name)?.module.outputs
  if (!outputs) return []
  const within = { module: [...place.module, { name, key: written ?? place.key }], key: null, forEach: [] }
  if (output !== undefined) return follow(known, outputs.get(output) ?? [], within)
  const each = [...outputs.values()].map((references) => follow(known, references, within))
  return each.every((found) => found.length > 0) ? each.flat() : [AMBIGUOUS]
}

/** An input is what the caller wrote, read where the call stands: there `each` and `count` are the module's own instance. */
function inputOf(known: Known, reference: string, { module }: Place): string[] {
  const [, name = ''] = INPUT.exec(reference) ?? []
  const last = module.at(-1)
  const caller = module.slice(0, -1)
  const call = last && codeAt(known.root, caller)?.calls.get(last.name)
  const references = call?.inputs.get(name)
  if (!last || !call || !references) return []
  return follow(known, references, { module: caller, key: last.key, forEach: call.forEach })
}

function codeAt(root: ModuleCode, steps: readonly ModuleStep[]): ModuleCode | undefined {
  return steps.reduce<ModuleCode | undefined>(
    (module, { name }) => (module?.calls.get(name) satisfies ModuleCall | undefined)?.module,
    root,
  )
}

/** Terraform lists `a.b.id`, `a.b` and what stands in brackets: only the longest of each says something. */
const longest = (references: readonly string[]): string[] =>
  references.filter((one) => !references.some((other) => other !== one && isWithin(other, one)))

const isWithin = (longer: string, shorter: string): boolean =>
  longer.startsWith(shorter) && /^[.[]/.test(longer.slice(shorter.length))
