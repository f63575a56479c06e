import type { Command } from 'commander'
import { z } from 'zod'
import { requireMigrated } from '@/lib/db/migrate'
import { requireLeastPrivilege } from '@/lib/db/roles/least-privilege'
import { env } from '@/lib/env'
import { installationKeys } from '@/lib/env/key'
import { AppError } from '@/lib/kernel/app-error'
import { optionsOf, remark, withCommonOptions } from './answering'
import { reportFailure } from './failure'
import { DEFAULT_PORT, Port } from './start'

const Options = z.object({ port: Port.optional(), host: z.string() })

/** Only serves: neither starts nor migrates a database, so any number of these can share one. */
export function register(program: Command): Command {
  const command = withCommonOptions(program.command('web').description('only serve, from the database of DATABASE_URL'))
    .option('--port <number>', `port to serve on (default: PORT or ${DEFAULT_PORT})`)
    .option('--host <address>', 'address to serve on', '0.0.0.0')
  return command.action(async () => {
    process.exit(await run(command).catch(reportFailure))
  })
}

async function run(command: Command): Promise<number> {
  const { host, port = env().port ?? DEFAULT_PORT } = optionsOf(command, Options)
  const { databaseUrl, url, urlIsGiven } = env()
  if (!databaseUrl) {
    throw new AppError('invalid', {
      detail: 'DATABASE_URL is required: "web" serves from a database that is already there.',
    })
  }
  installationKeys(env())
  await requireLeastPrivilege(databaseUrl)
  await requireMigrated(databaseUrl)
  const [{ ensureBuild }, { webSettings }, { untilStopped }, { startWeb }] = await Promise.all([
    import('./serve/build'),
    import('./serve/settings'),
    import('./serve/until-stopped'),
    import('./serve/web-server'),
  ])
  return untilStopped(async (undo) => {
    await ensureBuild(remark, (build) => undo(build.stop))
    const settings = webSettings(databaseUrl, urlIsGiven ? url : `http://localhost:${port}`)
    const web = await startWeb({ mode: 'start', host, port, settings, output: process.stdout }, (started) =>
      undo(started.stop),
    )
    remark(`Proofline serves on port ${port}.`)
    return web.ended
  })
}
