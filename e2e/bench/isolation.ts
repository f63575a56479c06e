import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { atMost, type Figure, noted } from './figure'

const run = promisify(execFile)

const MOST_SECONDS = 180
const PLAYWRIGHT = resolve('node_modules/@playwright/test/cli.js')
const MIB = 1024 * 1024

const Attempt = z.object({
  startTime: z.iso.datetime(),
  duration: z.number(),
  status: z.string(),
  stdout: z.array(z.object({ text: z.string().optional() })),
})
type Suite = { specs?: { tests: { results: z.infer<typeof Attempt>[] }[] }[]; suites?: Suite[] }
const Suite: z.ZodType<Suite> = z.object({
  specs: z.array(z.object({ tests: z.array(z.object({ results: z.array(Attempt) })) })).optional(),
  suites: z.array(z.lazy(() => Suite)).optional(),
})
const Report = z.object({ suites: z.array(Suite) })

/**
 * The wall time of the whole isolation matrix, from the first test's beginning to the last one's end, and its cells: every
 * door of the API and of the pages tried by every role at every standing, and again with either wall alone. Starting the
 * product is not counted. Throws when a test fails, since a matrix that leaks has no time worth telling.
 */
export async function* bench(): AsyncGenerator<Figure> {
  const args = [PLAYWRIGHT, 'test', '--project', 'isolation', '--reporter', 'json']
  const { stdout } = await run(process.execPath, args, { maxBuffer: 256 * MIB })
  const attempts = Report.parse(JSON.parse(stdout.slice(stdout.indexOf('{')))).suites.flatMap(attemptsOf)
  const began = Math.min(...attempts.map(({ startTime }) => Date.parse(startTime)))
  const ended = Math.max(...attempts.map(({ startTime, duration }) => Date.parse(startTime) + duration))
  const said = attempts.flatMap((attempt) => attempt.stdout.map(({ text = '' }) => text)).join('')
  const cells = [...said.matchAll(/: (\d+) cells/g)].reduce((sum, [, count]) => sum + Number(count), 0)
  yield noted({ bench: 'isolation', metric: 'cells tried, none of which leaks', value: cells, unit: 'cells' })
  yield atMost(MOST_SECONDS, {
    bench: 'isolation',
    metric: 'wall time of the whole matrix',
    value: (ended - began) / 1000,
    unit: 's',
  })
}

const attemptsOf = ({ specs = [], suites = [] }: Suite): z.infer<typeof Attempt>[] => [
  ...specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results)),
  ...suites.flatMap(attemptsOf),
]
