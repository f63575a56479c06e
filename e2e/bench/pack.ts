import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type BenchDatabase, withBenchDatabase } from './bench-database'
import { atMost, type Figure, noted } from './figure'
import { fillEvidence } from './fill-evidence'
import { fillFindings } from './fill-findings'
import type { PackRun } from './pack-once'

const run = promisify(execFile)
const FINDINGS = 100_000
const FILES = 128
const LEAST_SHARE_OF_GZIP = 0.5
const MOST_GROWTH_MIB = 100
const MIB = 2 ** 20
/** As the command line starts a worker. */
const NODE = ['--max-semi-space-size=4', '--heap-growing-percent=10', '--optimize-for-size', '--import', 'tsx']

/**
 * A pack of a hundred thousand findings and a gibibyte of evidence: bytes a second against `gzip -1` of the same files, what
 * the process grows by, and how long a second pack takes of which one file was changed.
 */
export async function* bench(): AsyncGenerator<Figure> {
  yield* await withBenchDatabase(measured)
}

async function measured(database: BenchDatabase): Promise<Figure[]> {
  const org = await fillFindings(database.setupUrl, FINDINGS)
  const evidence = await fillEvidence(database.setupUrl, database.folder, FILES)
  const compress = () => gzipSeconds(evidence.paths, join(database.folder, 'all.gz'))
  // Before and after, so that what else the machine does weighs on both.
  const before = await compress()
  const first = await packOnce(database, org)
  const gzip = (before + (await compress())) / 2
  await evidence.change()
  const second = await packOnce(database, org)
  const ours = first.content / MIB / first.seconds
  const theirs = evidence.bytes / MIB / gzip
  const share = ours / theirs
  const figure = (metric: string, value: number, unit: string) => ({ bench: 'pack', metric, value, unit })
  return [
    noted(figure('content of the pack', first.content / MIB, 'MiB')),
    noted(figure('the pack itself', first.bytes / MIB, 'MiB')),
    noted(figure('building it', first.seconds, 's')),
    noted(figure('throughput', ours, 'MiB/s')),
    noted(figure('throughput of gzip -1', theirs, 'MiB/s')),
    {
      ...noted(figure('throughput against gzip -1', share, 'ratio')),
      bar: `>= ${LEAST_SHARE_OF_GZIP}`,
      ok: share >= LEAST_SHARE_OF_GZIP,
    },
    atMost(MOST_GROWTH_MIB, figure('growth of memory', Math.max(first.growthMiB, second.growthMiB), 'MiB')),
    noted(figure('a second pack with one changed file', second.seconds, 's')),
    noted(figure('taken from the first', (100 * second.reused) / evidence.bytes, '% of evidence')),
  ]
}

async function gzipSeconds(paths: readonly string[], output: string): Promise<number> {
  const began = performance.now()
  await run('sh', ['-c', `gzip -1 -c -- "$@" > '${output}'`, 'sh', ...paths])
  return (performance.now() - began) / 1000
}

const script = fileURLToPath(new URL('pack-once.ts', import.meta.url))

async function packOnce({ appUrl, folder, key }: BenchDatabase, org: string): Promise<PackRun> {
  const { stdout } = await run(process.execPath, [...NODE, script, appUrl, folder, key.toString('base64'), org])
  return JSON.parse(stdout) as PackRun
}
