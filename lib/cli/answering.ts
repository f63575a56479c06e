import { resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { overrideEnv } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'

/** What a command found out: for programs, for people, and as an exit code (0 when absent). */
export type Answer = { json: unknown; text: string; code?: number }

const Common = z.object({ data: z.string().min(1).optional(), json: z.boolean().default(false) })

/**
 * Finishes a command: adds `--data DIR` and `--json`, checks its own options against `schema`, runs `work` with them and
 * the positional arguments, and prints the answer: with `--json` one JSON document on standard output and nothing else
 * there. While `work` runs, `env().dataDir` is the folder named by `--data`.
 */
export function answering<Schema extends z.ZodObject>(
  command: Command,
  schema: Schema,
  work: (options: z.infer<Schema> & { json: boolean }, args: readonly string[]) => Promise<Answer>,
): Command {
  return withCommonOptions(command).action(async () => {
    const options = optionsOf(command, schema)
    const {
      json,
      text,
      code = 0,
    } = await work(options, command.processedArgs.filter((arg) => arg !== undefined).map(String))
    process.stdout.write(`${options.json ? JSON.stringify(json) : text}\n`)
    process.exitCode = code
  })
}

/** Progress and remarks: on standard error, so that standard output is the answer alone. */
export const remark = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

export const withCommonOptions = (command: Command): Command =>
  command
    .option('--data <dir>', 'folder that holds the database and everything else (default: .proofline)')
    .option('--json', 'print one JSON document')

/** A command's options once commander has read them; `--data` takes effect here. Throws `invalid`, naming each bad one. */
export function optionsOf<Schema extends z.ZodObject>(
  command: Command,
  schema: Schema,
): z.infer<Schema> & { json: boolean } {
  const { data, json } = Common.parse(command.opts())
  const parsed = schema.safeParse(command.opts())
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: flag(path.join('.')), reason: message }))
    throw new AppError('invalid', { detail: 'Some options are not valid.', problems })
  }
  if (data !== undefined) overrideEnv({ dataDir: resolve(data) })
  return { ...parsed.data, json }
}

const flag = (name: string) => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
