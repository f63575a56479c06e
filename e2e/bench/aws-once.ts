import { randomBytes } from 'node:crypto'
import { roleOf } from '@/e2e/contract/aws-account'
import { operator } from '@/lib/auth/operator'
import { closeDatabase, useDatabase } from '@/lib/db/client'
import { overrideEnv } from '@/lib/env'
import { ConnectionInput } from '@/lib/model/connection-input'
import { createConnection } from '@/lib/services/create-connection'
import { createOrganization } from '@/lib/services/create-organization'
import { executeRun } from '@/lib/services/execute-run'
import { getRun } from '@/lib/services/get-run'
import { startRun } from '@/lib/services/start-run'
import { BENCH_REGION } from './aws-accounts'
import { bareCalls } from './aws-bare'

/** What one reading in a process of its own took. Of bare calls nothing is counted but the time. */
export type AwsRun = {
  seconds: number
  cpuSeconds: number
  peakMiB: number
  calls: number
  resources: number
  state: string
}

// Arguments: run or bare, the endpoint, the account, the member role (or none), the database, its data directory.
const [mode = '', endpoint = '', account = '', memberRole = '', url = '', dataDir = ''] = process.argv.slice(2)
const SERVICES = ['s3', 'iam', 'ec2']

/** As `proofline run --wait` does it: read, stored page by page, and judged. */
async function run(): Promise<Pick<AwsRun, 'seconds' | 'calls' | 'resources' | 'state'>> {
  overrideEnv({ dataDir, databaseUrl: url, outboundAllow: ['127.0.0.0/8'] })
  useDatabase(url)
  const org = `aws-${randomBytes(4).toString('hex')}`
  await createOrganization(await operator(), { slug: org, name: org, sector: 'other', headcount: null, clouds: [] })
  const actor = await operator()
  const role = {
    credentials: 'role',
    roleArn: roleOf(account),
    externalId: 'bench-7f3a',
    memberRole: memberRole || null,
  }
  const settings = { kind: 'aws', ...role, endpoint, regions: [BENCH_REGION], services: SERVICES }
  const connection = ConnectionInput.parse({ name: 'large', settings })
  await createConnection(actor, { org, connection })
  const began = performance.now()
  const asked = { org, connection: 'large', trigger: 'pipeline', isExecutedHere: true } as const
  const { runId, organizationId } = await startRun(actor, asked)
  await executeRun({ organizationId, runId, complain: (error) => console.error(error) })
  const seconds = (performance.now() - began) / 1000
  const { totals, state } = await getRun(actor, { org, id: runId })
  return { seconds, calls: totals?.calls ?? 0, resources: totals?.resources ?? 0, state }
}

async function bare(): Promise<Pick<AwsRun, 'seconds' | 'calls' | 'resources' | 'state'>> {
  const began = performance.now()
  await bareCalls(endpoint, account)
  return { seconds: (performance.now() - began) / 1000, calls: 0, resources: 0, state: 'done' }
}

const told = await (mode === 'bare' ? bare() : run())
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
const once: AwsRun = { ...told, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMiB: maxRSS / 1024 }
process.stdout.write(JSON.stringify(once))
if (mode !== 'bare') await closeDatabase()
process.exit()
