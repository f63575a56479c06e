import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { type BenchDatabase, withBenchDatabase } from './bench-database'
import { copySeconds, makeTwin, saveRows } from './copy-table'
import type { Figure } from './figure'
import type { ImportRun } from './import-once'
import { writeIncidents } from './incident-file'

const run = promisify(execFile)
const ROWS = 200_000
const ROUNDS = 3
const FEW = 10_000
const MANY = 1_000_000
const LEAST_SHARE_OF_COPY = 0.25
const MOST_GROWTH = 1.25
/** As the command line starts an import. */
const NODE = ['--max-semi-space-size=8', '--heap-growing-percent=10', '--import', 'tsx']

/**
 * Rows a second of an import against COPY of the same rows into a table of the same shape (medians of interleaved
 * rounds), and how much more memory a million rows take than ten thousand (each in a process of its own).
 */
export async function* bench(): AsyncGenerator<Figure> {
  yield* await withBenchDatabase(async (database) => [...(await speed(database)), ...(await memory(database))])
}

async function speed(database: BenchDatabase): Promise<Figure[]> {
  const [file, copied] = [join(database.folder, 'rows.csv'), join(database.folder, 'rows.copy')]
  await writeIncidents(file, ROWS)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const [imported, copy]: [number[], number[]] = [[], []]
  try {
    await makeTwin(owner, 'incidents')
    for (let round = 0; round < ROUNDS; round += 1) {
      const org = `speed-${round}`
      imported.push((await importOnce(database, file, org)).seconds)
      if (round === 0) await saveRows(owner, 'incidents', org, copied)
      copy.push(await copySeconds(owner, 'incidents', copied))
    }
  } finally {
    await owner.end()
  }
  const [ours, theirs] = [ROWS / median(imported), ROWS / median(copy)]
  const share = ours / theirs
  return [
    figure('rows per second', Math.round(ours), 'rows/s'),
    figure('rows per second of COPY', Math.round(theirs), 'rows/s'),
    figure('share of COPY', round3(share), 'ratio', `>= ${LEAST_SHARE_OF_COPY}`, share >= LEAST_SHARE_OF_COPY),
  ]
}

async function memory(database: BenchDatabase): Promise<Figure[]> {
  const [few, many] = [await peak(database, FEW), await peak(database, MANY)]
  const growth = many / few
  return [
    figure('peak memory, 10 k rows', Math.round(few), 'MiB'),
    figure('peak memory, 1 M rows', Math.round(many), 'MiB'),
    figure('memory of 1 M rows against 10 k', round3(growth), 'ratio', `<= ${MOST_GROWTH}`, growth <= MOST_GROWTH),
  ]
}

async function peak(database: BenchDatabase, rows: number): Promise<number> {
  const file = join(database.folder, `${rows}.csv`)
  await writeIncidents(file, rows)
  const { peakMiB } = await importOnce(database, file, `memory-${rows}`)
  rmSync(file)
  return peakMiB
}

const script = fileURLToPath(new URL('import-once.ts', import.meta.url))

async function importOnce({ appUrl }: BenchDatabase, file: string, org: string): Promise<ImportRun> {
  const { stdout } = await run(process.execPath, [...NODE, script, appUrl, file, org])
  return JSON.parse(stdout) as ImportRun
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const round3 = (value: number): number => Math.round(value * 1000) / 1000

const figure = (metric: string, value: number, unit: string, bar: string | null = null, ok = true): Figure => ({
  bench: 'import',
  metric,
  value,
  unit,
  bar,
  ok,
})
