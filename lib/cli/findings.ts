import { type Command, Option } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { FindingState } from '@/lib/model/finding'
import { FINDING_SEVERITIES, FindingSeverity } from '@/lib/model/finding-severity'
import { exportFindings, FINDING_FORMATS } from '@/lib/services/export-findings'
import { optionsOf, withCommonOptions } from './answering'
import { withDatabase } from './with-database'

const Options = z.object({
  org: z.string(),
  connection: z.string().trim().min(1).max(100).optional(),
  state: FindingState.optional(),
  severity: FindingSeverity.optional(),
  format: z.enum(FINDING_FORMATS).default('json'),
})

/** `proofline findings`: every finding that matches, written as it is read, so that a million need no more memory than ten. */
export function register(program: Command): Command {
  const command = program
    .command('findings')
    .description('the findings of an organization, heaviest first')
    .requiredOption('--org <slug>', 'the organization')
    .option('--connection <name>', 'only those of this connection')
    .addOption(new Option('--state <state>', 'only open or only resolved ones').choices(FindingState.options))
    .addOption(new Option('--severity <severity>', 'only those of this severity').choices(FINDING_SEVERITIES))
    .addOption(new Option('--format <format>', 'how they are written (default: json)').choices(FINDING_FORMATS))
  return withCommonOptions(command).action(async () => {
    const { org, format, json: _, ...filter } = optionsOf(command, Options)
    await withDatabase(async () => {
      const pieces = await exportFindings(await operator(), format, { org, filter, sort: 'severity' })
      for await (const piece of pieces) await written(piece)
    })
  })
}

/** Waits while whoever reads is slower than the database. */
const written = (piece: string): Promise<void> =>
  new Promise((done, fail) => {
    process.stdout.write(piece, (error) => (error ? fail(error) : done()))
  })
