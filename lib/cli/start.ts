import type { Command } from 'commander'
import { z } from 'zod'
import { env } from '@/lib/env'
import { optionsOf, withCommonOptions } from './answering'
import { reportFailure } from './failure'

export const DEFAULT_PORT = 3000
export const Port = z.coerce.number<string>('a port is a number').int().min(1).max(65_535)

const Options = z.object({ port: Port.optional(), host: z.string(), empty: z.boolean().default(false) })

/** `start` and `dev` differ in who compiles the pages, and when. */
function registerMode(program: Command, mode: 'start' | 'dev', description: string): Command {
  const command = withCommonOptions(program.command(mode).description(description))
    .option(
      '--port <number>',
      `port to serve on; the next free one when it is taken (default: PORT or ${DEFAULT_PORT})`,
    )
    .option('--host <address>', 'address to serve on; 0.0.0.0 opens it to the network', '127.0.0.1')
    .option('--empty', 'do not load the demo study into an empty database')
  return command.action(async () => {
    process.exit(await run(command, mode).catch(reportFailure))
  })
}

async function run(command: Command, mode: 'start' | 'dev'): Promise<number> {
  const { port, ...options } = optionsOf(command, Options)
  const { runApp } = await import('./serve/run-app')
  return runApp({ ...options, mode, wantedPort: port ?? env().port ?? DEFAULT_PORT })
}

export const register = (program: Command): Command =>
  registerMode(program, 'start', 'start everything: database, migrations, demo study, build, web server')

export const registerDev = (program: Command): Command =>
  registerMode(program, 'dev', 'the same, with pages compiled as they change')
