import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { type BenchDatabase, withBenchDatabase } from './bench-database'
import { copySeconds, makeTwin, saveRows } from './copy-table'
import type { Figure } from './figure'
import { noted } from './figure'
import { writeFindings } from './finding-file'
import type { ImportRun } from './import-once'
import { median } from './quantile'

const run = promisify(execFile)
const FINDINGS = 100_000
const ROUNDS = 3
const LEAST_SHARE_OF_COPY = 0.2
/** As the command line starts an import. */
const NODE = ['--max-semi-space-size=8', '--heap-growing-percent=10', '--import', 'tsx']

/**
 * A hundred thousand OCSF findings a second against COPY of the same rows, records included, into a table of the same shape:
 * medians of interleaved rounds.
 */
export async function* bench(): AsyncGenerator<Figure> {
  yield* await withBenchDatabase(measured)
}

async function measured(database: BenchDatabase): Promise<Figure[]> {
  const [file, copied] = [join(database.folder, 'findings.json'), join(database.folder, 'findings.copy')]
  await writeFindings(file, FINDINGS)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const [imports, copies]: [ImportRun[], number[]] = [[], []]
  try {
    await makeTwin(owner, 'findings')
    for (let round = 0; round < ROUNDS; round += 1) {
      const org = `ingest-${round}`
      imports.push(await ingestOnce(database, file, org))
      if (round === 0) await saveRows(owner, 'findings', org, copied)
      copies.push(await copySeconds(owner, 'findings', copied))
    }
  } finally {
    await owner.end()
  }
  const [ours, theirs] = [FINDINGS / median(imports.map(({ seconds }) => seconds)), FINDINGS / median(copies)]
  const share = Math.round((1000 * ours) / theirs) / 1000
  return [
    noted({ bench: 'ingest', metric: 'findings per second', value: Math.round(ours), unit: 'rows/s' }),
    noted({ bench: 'ingest', metric: 'findings per second of COPY', value: Math.round(theirs), unit: 'rows/s' }),
    noted({
      bench: 'ingest',
      metric: 'peak memory',
      value: Math.max(...imports.map((one) => one.peakMiB)),
      unit: 'MiB',
    }),
    {
      bench: 'ingest',
      metric: 'share of COPY',
      value: share,
      unit: 'ratio',
      bar: `>= ${LEAST_SHARE_OF_COPY}`,
      ok: share >= LEAST_SHARE_OF_COPY,
    },
  ]
}

const script = fileURLToPath(new URL('ingest-once.ts', import.meta.url))

async function ingestOnce({ appUrl }: BenchDatabase, file: string, org: string): Promise<ImportRun> {
  const { stdout } = await run(process.execPath, [...NODE, script, appUrl, file, org])
  return JSON.parse(stdout) as ImportRun
}
