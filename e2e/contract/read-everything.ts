import { evaluateScope } from '@/lib/checks/evaluate-scope'
import { scopeFacts } from '@/lib/checks/frame/scope-facts'
import { checksOf } from '@/lib/checks/registry'
import type { Coverage, UnitScope } from '@/lib/model/coverage'
import type { AnyResource, ResourceOf, ResourceType } from '@/lib/model/facts/fact-types'
import type { CheckVerdict, Verdict } from '@/lib/model/verdict'
import type { Collector, Cursor, ReadContext, Step } from '@/lib/sources/collect/collector'
import { afterFailure, afterPage, type Progress } from '@/lib/sources/collect/progress'
import { SourceError } from '@/lib/sources/collect/source-error'

export const unhurried: ReadContext = { signal: new AbortController().signal, pace: async () => undefined }

export type ReadUnit = UnitScope & {
  coverage: readonly Coverage[]
  resources: readonly AnyResource[]
  pages: number
  calls: number
}

/** Reads a unit to its end as the engine does, without the database; every cursor goes through JSON as it would there. */
export async function readUnit(collector: Collector, scope: UnitScope, context = unhurried): Promise<ReadUnit> {
  const steps = collector.steps(scope)
  const resources: AnyResource[] = []
  let at: Progress = { step: 0, cursor: null, pages: 0, items: 0, calls: 0, coverage: [] }
  for (let step = steps[at.step]; step; step = steps[at.step]) {
    const page = await readOnce(step, at.cursor, context)
    at = page instanceof SourceError ? afterFailure(at, step, page) : afterPage(at, step, page)
    if (!(page instanceof SourceError)) resources.push(...page.resources)
  }
  return { ...scope, coverage: at.coverage, resources, pages: at.pages, calls: at.calls }
}

const readOnce = (step: Step, cursor: Cursor, context: ReadContext) =>
  step.read(JSON.parse(JSON.stringify(cursor)) as Cursor, context).catch((error: unknown) => {
    if (error instanceof SourceError) return error
    throw error
  })

export async function readEverything(collector: Collector): Promise<ReadUnit[]> {
  const units: ReadUnit[] = []
  for (const scope of await collector.plan(unhurried)) units.push(await readUnit(collector, scope))
  return units
}

/** Every resource of a type, as a plain list. */
export const ofType = <Type extends ResourceType>(units: readonly ReadUnit[], type: Type): ResourceOf<Type>[] =>
  units.flatMap(({ resources }) => resources.filter((one) => one.type === type)) as unknown as ResourceOf<Type>[]

/** What the checks say of one account at an instant, by check. */
export function verdictsOf(units: readonly ReadUnit[], account: string, now: string): Map<string, Verdict> {
  const own = units.filter((unit) => unit.account === account)
  const facts = scopeFacts(
    account,
    own,
    own.flatMap(({ resources }) => resources),
  )
  const evaluated = evaluateScope(checksOf('aws'), facts, { now })
  return new Map(
    evaluated.map(({ check, evaluation }): [string, CheckVerdict['verdict']] => [check.id, evaluation.verdict]),
  )
}
