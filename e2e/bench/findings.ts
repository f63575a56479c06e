import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterwards } from './afterwards'
import { type BenchDatabase, withBenchDatabase } from './bench-database'
import { atMost, type Figure, noted } from './figure'
import { fillFindings } from './fill-findings'
import { median } from './quantile'

const MANY = 1_000_000
const FEW = 10_000
const WARM_UP = 10
const SAMPLES = 100
const MOST_OF_SMALL = 1.5

const script = fileURLToPath(new URL('findings-asked.ts', import.meta.url))

type Asked = { questions: string[]; ask: (question: string) => Promise<number> }

/**
 * The median of a page of findings, narrowed and not, and of their counts, at a million findings against ten thousand: the
 * same questions of the same services, by turns, each size in a database and a process of its own.
 */
export async function* bench(): AsyncGenerator<Figure> {
  yield* await withBenchDatabase((many) =>
    withBenchDatabase((few) =>
      withAsked(many, MANY, (large) => withAsked(few, FEW, async (small) => figures(large, small))),
    ),
  )
}

async function withAsked<T>(database: BenchDatabase, findings: number, work: (asked: Asked) => Promise<T>): Promise<T> {
  const org = await fillFindings(database.setupUrl, findings)
  const child = fork(script, [database.appUrl, org], { execArgv: ['--import', 'tsx'] })
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the process that is asked ended with ${code}`)
  })
  const answer = async () => (await Promise.race([once(child, 'message'), gone]))[0] as unknown
  return afterwards(
    async () => {
      gone.catch(() => {})
      child.kill()
    },
    async () => {
      const questions = (await answer()) as string[]
      const ask = (question: string) => {
        const took = answer() as Promise<number>
        child.send(question)
        return took
      }
      return work({ questions, ask })
    },
  )
}

async function figures(large: Asked, small: Asked): Promise<Figure[]> {
  const found: Figure[] = []
  for (const question of large.questions) {
    const [many, few]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < WARM_UP + SAMPLES; turn += 1) {
      // Whoever is asked second finds the machine awake, so that both are second as often.
      if (turn % 2 === 0) many.push(await large.ask(question))
      few.push(await small.ask(question))
      if (turn % 2 === 1) many.push(await large.ask(question))
    }
    const [slow, quick] = [median(many.slice(WARM_UP)), median(few.slice(WARM_UP))]
    const measured = { bench: 'findings', value: slow / quick, unit: 'ratio' }
    found.push(noted({ bench: 'findings', metric: `${question}, 1 M findings`, value: slow, unit: 'ms' }))
    found.push(noted({ bench: 'findings', metric: `${question}, 10 k findings`, value: quick, unit: 'ms' }))
    found.push(atMost(MOST_OF_SMALL, { ...measured, metric: `${question}, 1 M against 10 k` }))
  }
  return found
}
