import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startMoto } from '@/e2e/contract/moto'
import { childEnvironment, overrideEnv } from '@/lib/env'
import { afterwards } from './afterwards'
import { fillLargeAccount, fillOrganization, LARGE, MANAGEMENT } from './aws-accounts'
import type { AwsRun } from './aws-once'
import { type BenchDatabase, withBenchDatabase } from './bench-database'
import { atMost, type Figure, noted } from './figure'
import { quantile } from './quantile'

const run = promisify(execFile)
const script = fileURLToPath(new URL('aws-once.ts', import.meta.url))
/** As the command line starts a run. */
const NODE = ['--max-semi-space-size=4', '--heap-growing-percent=10', '--optimize-for-size', '--import', 'tsx']
const ROUNDS = 3
const MOST_AGAINST_BARE = 1.3
const MOST_MIB = 512
const MOST_GROWTH = 1.25
/** Prowler 5.46 on the same account and services: 151 checks, and 10,939 results. */
const PROWLER = { seconds: 76, mib: 771 }

const figure = (metric: string, value: number, unit: string) => ({ bench: 'aws', metric, value, unit })

/**
 * An account of 391 buckets, 723 roles and 398 security groups on moto: S3, IAM and EC2 read, stored and judged as
 * `proofline run --wait` does, against the bare SDK calls at the same concurrency, in turns, each in a process of its own.
 * Then fifty small accounts of one organization against one of them.
 */
export async function* bench(): AsyncGenerator<Figure> {
  overrideEnv({ outboundAllow: ['127.0.0.0/8'] })
  const moto = await startMoto()
  yield* await afterwards(moto.stop, () =>
    withBenchDatabase(async (database) => {
      await fillLargeAccount(moto.url)
      const once: Once = (mode, account, memberRole = '') => readOnce(database, [mode, moto.url, account, memberRole])
      return [...(await speed(once)), ...(await manyAccounts(moto.url, once))]
    }),
  )
}

type Once = (mode: string, account: string, memberRole?: string) => Promise<AwsRun>

async function speed(once: Once): Promise<Figure[]> {
  const [ours, bare]: [AwsRun[], AwsRun[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await once('bare', LARGE))
    ours.push(await once('run', LARGE))
  }
  const median = (runs: readonly AwsRun[], of: keyof Omit<AwsRun, 'state'>) =>
    quantile(
      runs.map((one) => one[of]),
      0.5,
    )
  const [seconds, bareSeconds, peak] = [median(ours, 'seconds'), median(bare, 'seconds'), median(ours, 'peakMiB')]
  return [
    noted(figure('calls', median(ours, 'calls'), '')),
    noted(figure('resources', median(ours, 'resources'), '')),
    noted(figure('bare calls (median)', bareSeconds, 's')),
    noted(figure('processor time', median(ours, 'cpuSeconds'), 's')),
    atMost(PROWLER.seconds / 5, figure('read, stored and judged (median)', seconds, 's')),
    noted(figure('share of Prowler’s 76 s', seconds / PROWLER.seconds, 'ratio')),
    atMost(MOST_AGAINST_BARE, figure('against the bare calls', seconds / bareSeconds, 'ratio')),
    atMost(MOST_MIB, figure('peak memory', peak, 'MiB')),
    atMost(1 / 3, figure('share of Prowler’s 771 MB', (peak * 1.048576) / PROWLER.mib, 'ratio')),
  ]
}

async function manyAccounts(endpoint: string, once: Once): Promise<Figure[]> {
  await fillOrganization(endpoint)
  const [one, fifty] = [await once('run', MANAGEMENT), await once('run', MANAGEMENT, 'reader')]
  const growth = fifty.peakMiB / one.peakMiB
  return [
    noted(figure('peak memory, 1 account', one.peakMiB, 'MiB')),
    noted(figure('peak memory, 50 accounts', fifty.peakMiB, 'MiB')),
    noted(figure('50 accounts', fifty.seconds, 's')),
    atMost(MOST_GROWTH, figure('memory of 50 accounts against 1', growth, 'ratio')),
  ]
}

async function readOnce({ appUrl, folder, key }: BenchDatabase, asked: readonly string[]): Promise<AwsRun> {
  const keys = { AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench', PROOFLINE_KEY: key.toString('base64') }
  const env = childEnvironment(keys)
  const given = [...asked, appUrl, folder]
  const { stdout, stderr } = await run(process.execPath, [...NODE, script, ...given], { env })
  const told = JSON.parse(stdout) as AwsRun
  if (told.state !== 'done') throw new Error(`the run ended as ${told.state}: ${stderr}`)
  return told
}
