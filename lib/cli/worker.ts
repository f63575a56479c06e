import type { Command } from 'commander'
import { z } from 'zod'
import { closeDatabase, useDatabase } from '@/lib/db/client'
import { requireMigrated } from '@/lib/db/migrate'
import { requireLeastPrivilege } from '@/lib/db/roles/least-privilege'
import { env } from '@/lib/env'
import { installationKeys } from '@/lib/env/key'
import { AppError } from '@/lib/kernel/app-error'
import { optionsOf, remark, withCommonOptions } from './answering'
import { reportFailure } from './failure'

/** Only works on runs: neither starts nor migrates a database, so any number of these can share one. */
export function register(program: Command): Command {
  const command = withCommonOptions(
    program.command('worker').description('only read sources, for the database of DATABASE_URL'),
  )
  return command.action(async () => {
    process.exit(await run(command).catch(reportFailure))
  })
}

async function run(command: Command): Promise<number> {
  optionsOf(command, z.object({}))
  const { databaseUrl } = env()
  if (!databaseUrl) {
    throw new AppError('invalid', {
      detail: 'DATABASE_URL is required: "worker" reads for a database that is already there.',
    })
  }
  installationKeys(env())
  await requireLeastPrivilege(databaseUrl)
  await requireMigrated(databaseUrl)
  useDatabase(databaseUrl)
  const [{ startWorker }, { untilStopped }] = await Promise.all([
    import('@/lib/jobs/run-worker'),
    import('./serve/until-stopped'),
  ])
  return untilStopped(async (undo) => {
    undo(closeDatabase)
    const worker = await startWorker({ url: databaseUrl, complain: reportFailure })
    undo(worker.stop)
    remark('The worker is ready.')
    return new Promise<number>(() => {})
  })
}
