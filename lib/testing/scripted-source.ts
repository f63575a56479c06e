import { setTimeout as wait } from 'node:timers/promises'
import type { UnitScope } from '@/lib/model/coverage'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Collector, Cursor, FactPage, ReadContext } from '@/lib/sources/collect/collector'
import type { SourceError } from '@/lib/sources/collect/source-error'

/** How a page answers, each time it is asked; what is not scripted answers at once. */
export type Answer = 'ok' | 'hang' | 'deaf' | SourceError | Error | { afterMs: number }

export type Script = {
  units: readonly UnitScope[]
  /** Pages a step has, and things a page. */
  pages?: number
  things?: number
  steps?: readonly string[]
  answer?: (asked: { unit: UnitScope; operation: string; page: number; time: number }) => Answer
  plan?: () => Promise<void>
}

/** What has been asked: `account/service operation page`, in order. */
export type ScriptedSource = { open: () => Promise<Collector>; asked: string[]; opened: number; closed: number }

const scopeName = ({ account, service }: UnitScope): string => `${account}/${service}`

/** A source that is nobody's product: it answers as it is told and remembers what it was asked. */
export function scriptedSource(script: Script): ScriptedSource {
  const { units, pages = 3, things = 4, steps = ['test:List'], answer = () => 'ok' as const } = script
  const asked: string[] = []
  const times = new Map<string, number>()
  const source: ScriptedSource = { open: async () => collector(), asked, opened: 0, closed: 0 }
  const read = async (unit: UnitScope, operation: string, cursor: Cursor, { signal, pace }: ReadContext) => {
    await pace()
    const page = typeof cursor === 'number' ? cursor : 1
    const name = `${scopeName(unit)} ${operation} ${page}`
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    asked.push(name)
    await answered(answer({ unit, operation, page, time }), signal)
    return pageOf(unit, operation, page)
  }
  const pageOf = (unit: UnitScope, operation: string, page: number): FactPage => ({
    resources: Array.from({ length: things }, (_, i) => thing(unit, `${operation}-${page}-${i}`)),
    next: page < pages ? page + 1 : null,
    calls: 1,
    coverage: [{ operation, pages: 1, items: things, error: null }],
  })
  const collector = (): Collector => {
    source.opened += 1
    return {
      plan: async () => {
        await script.plan?.()
        return units
      },
      steps: (unit) =>
        steps.map((operation) => ({
          operation,
          operations: [operation, `${operation}Detail`],
          read: (cursor, context) => read(unit, operation, cursor, context),
        })),
      selfTest: async () => [],
      limits: () => ({ perSecond: 10_000, burst: 10_000 }),
      close: () => {
        source.closed += 1
      },
    }
  }
  return source
}

/** What is kept is JSON, whatever its facts: these are nobody's. */
const thing = ({ account, region, service }: UnitScope, name: string): AnyResource =>
  ({ type: 'test-thing', id: `${service}:${name}`, name, account, region, facts: { name } }) as unknown as AnyResource

async function answered(answer: Answer, signal: AbortSignal): Promise<void> {
  if (answer instanceof Error) throw answer
  if (answer === 'deaf') await new Promise(() => {})
  if (answer === 'hang') await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  if (typeof answer === 'object') await wait(answer.afterMs, undefined, { signal })
}
