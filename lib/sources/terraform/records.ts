import { z } from 'zod'
import type { Coverage } from '@/lib/model/coverage'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import { Configuration } from './configuration'
import { coverageOf } from './coverage-of'
import type { Path, Visitor, Want } from './json-walk'
import { isAskedFor, KEPT_ATTRIBUTES, type PlannedResource, plannedFacts } from './planned-facts'
import { refuseKey } from './refuse-key'
import { StateResources } from './state-resources'
import { TerraformFault } from './terraform-fault'
import { toPlanned } from './to-planned'

const SCALARS: ReadonlySet<string> = new Set(['format_version', 'terraform_version', 'errored', 'complete'])
const OF_CHANGE: ReadonlySet<string> = new Set(['address', 'module_address', 'mode', 'type', 'name', 'deposed'])
const TREES: ReadonlySet<string> = new Set(['after', 'after_unknown', 'after_sensitive', 'before_sensitive'])
/** Only these keys say that it is a plan. */
const OF_PLAN: ReadonlySet<string> = new Set(['planned_values', 'resource_changes', 'configuration', 'applyable'])
const CheckResult = z.object({
  address: z.object({ to_display: z.string().max(4000), kind: z.string().default('unknown') }),
  status: z.string(),
})
const FORMAT = /^1\.\d+$/

/** Gathers what checks ask for while a plan or a state streams by. */
export class Records implements Visitor {
  plannedCount = 0
  private readonly told = new Map<string, unknown>()
  private readonly kept: PlannedResource[] = []
  private readonly state = new StateResources()
  private readonly code = new Configuration()
  private readonly checks: { address: string; kind: string; status: string }[] = []
  private change: Record<string, unknown> = {}
  private isPlan = false

  constructor(private readonly most: number) {}

  get formatVersion(): string | null {
    const told = this.told.get('format_version')
    return typeof told === 'string' ? told : null
  }

  get terraformVersion(): string | null {
    const told = this.told.get('terraform_version')
    return typeof told === 'string' ? told.slice(0, 50) : null
  }

  get kind(): 'plan' | 'state' | null {
    if (this.formatVersion === null) return null
    return this.isPlan ? 'plan' : 'state'
  }

  get managed() {
    return this.state.found
  }

  want(path: Path): Want {
    const [top, ...rest] = path
    if (path.length === 1) return this.wantTop(String(top))
    if (top === 'resource_changes') return wantOfChange(rest)
    if (top === 'checks') return rest.length < 2 ? 'enter' : wantOfCheck(rest)
    if (top === 'values') return StateResources.wants(rest)
    if (top === 'prior_state') return rest[0] === 'values' ? StateResources.wants(rest.slice(1)) : 'skip'
    if (top === 'configuration') return rest[0] === 'root_module' ? wantOfCode(rest.slice(1)) : 'skip'
    return 'skip'
  }

  private wantTop(top: string): Want {
    refuseKey(top)
    if (OF_PLAN.has(top)) this.isPlan = true
    if (SCALARS.has(top)) return 'keep'
    return ['resource_changes', 'checks', 'values', 'prior_state', 'configuration'].includes(top) ? 'enter' : 'skip'
  }

  value(path: Path, value: unknown): void {
    const [top, second, ...rest] = path
    if (path.length === 1) this.tell(String(top), value)
    else if (top === 'configuration') this.code.value(rest, value)
    else if (top === 'values') this.state.value(path.slice(1), value)
    else if (top === 'prior_state') this.state.value(path.slice(2), value)
    else if (rest.length === 0) throw new TerraformFault(`It is not a plan: ${top}[${second}] is not an object.`)
    else put(this.change, rest, value)
  }

  leave(path: Path): void {
    const [top, , ...rest] = path
    if (top === 'configuration') this.code.leave(rest)
    else if (top === 'values') this.state.leave(path.slice(1))
    else if (top === 'prior_state') this.state.leave(path.slice(2))
    else if (path.length === 2) {
      const item = this.change
      this.change = {}
      if (top === 'resource_changes') this.addChange(item, Number(path[1]))
      else if (top === 'checks') this.addCheck(item, Number(path[1]))
    }
    if (Math.max(this.plannedCount, this.checks.length, this.state.found.length) > this.most)
      throw new TerraformFault(
        `It names more than ${this.most} resources or conditions. Hand in one workspace at a time.`,
      )
  }

  private tell(key: string, value: unknown): void {
    if (key === 'format_version' && (typeof value !== 'string' || !FORMAT.test(value)))
      throw new TerraformFault('Its format version is not 1.x, the only one that is read here.')
    this.told.set(key, value)
  }

  private addChange(item: Record<string, unknown>, index: number): void {
    const change = toPlanned(item)
    if (change === 'malformed')
      throw new TerraformFault(`It is not a plan: resource_changes[${index}] is not a change.`)
    if (change === 'leaves') return
    this.plannedCount += 1
    if (isAskedFor(change.instance.type)) this.kept.push(change)
  }

  private addCheck(item: Record<string, unknown>, index: number): void {
    const parsed = CheckResult.safeParse(item)
    if (!parsed.success) throw new TerraformFault(`It is not a plan: checks[${index}] is not a check.`)
    const { address, status } = parsed.data
    this.checks.push({ address: address.to_display, kind: address.kind, status })
  }

  facts(workspace: string): AnyResource[] {
    const checks = this.checks.map(({ address, kind, status }): AnyResource => {
      const common = { id: address, name: address, account: workspace, region: null }
      return { ...common, type: 'terraform.check', facts: { kind, status } }
    })
    return [...plannedFacts(this.kept, this.code.root, workspace), ...checks, ...this.state.facts(workspace)]
  }

  coverage(): Coverage[] {
    return coverageOf(this.kind ?? 'state', {
      changes: this.plannedCount,
      checks: this.checks.length,
      state: this.state.found.length,
      errored: this.told.get('errored') === true,
      partial: this.told.get('complete') === false,
    })
  }
}

function wantOfChange(path: Path): Want {
  const [, field, tree, attribute] = path
  if (field === undefined) return 'enter'
  if (field !== 'change') return OF_CHANGE.has(String(field)) ? 'keep' : 'skip'
  if (tree === undefined) return 'enter'
  if (tree === 'actions') return 'keep'
  if (!TREES.has(String(tree))) return 'skip'
  if (attribute !== undefined) return KEPT_ATTRIBUTES.has(String(attribute)) ? 'keep' : 'skip'
  return 'enter'
}

function wantOfCheck([, field, part]: Path): Want {
  if (field === 'status') return 'keep'
  if (field !== 'address') return 'skip'
  if (part === undefined) return 'enter'
  return part === 'to_display' || part === 'kind' ? 'keep' : 'skip'
}

const wantOfCode = (path: Path): Want => (path.length < 2 ? 'enter' : Configuration.wants(path))

/** Puts a value where its path says, making the objects on the way. */
function put(into: Record<string, unknown>, path: Path, value: unknown): void {
  const [key, ...rest] = path
  if (key === undefined) return
  if (rest.length === 0) {
    into[String(key)] = value
    return
  }
  const inner = into[String(key)]
  const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
  into[String(key)] = next
  put(next, rest, value)
}
