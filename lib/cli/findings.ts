import { type Command, Option } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { FindingState } from '@/lib/model/finding'
import { FINDING_SEVERITIES, FindingSeverity } from '@/lib/model/finding-severity'
import { exportTable } from '@/lib/services/export-table'
import { optionsOf, withCommonOptions } from './answering'
import { writeToStandardOutput } from './output-file'
import { withDatabase } from './with-database'

const Options = z.object({
  org: z.string(),
  connection: z.string().trim().min(1).max(100).optional(),
  state: FindingState.optional(),
  severity: FindingSeverity.optional(),
})

/** `proofline findings`: every finding that matches, written as it is read, so that a million need no more memory than ten. */
export function register(program: Command): Command {
  const command = program
    .command('findings')
    .description('the findings of an organization, heaviest first, as JSON; `export findings` writes other formats')
    .requiredOption('--org <slug>', 'the organization')
    .option('--connection <name>', 'only those of this connection')
    .addOption(new Option('--state <state>', 'only open or only resolved ones').choices(FindingState.options))
    .addOption(new Option('--severity <severity>', 'only those of this severity').choices(FINDING_SEVERITIES))
  return withCommonOptions(command).action(async () => {
    const { org, json: _, ...given } = optionsOf(command, Options)
    const filter = { ...given, sort: 'severity' }
    await withDatabase(async () => {
      const { pieces } = await exportTable(await operator(), { org, table: 'findings', format: 'json', filter })
      await writeToStandardOutput(pieces)
    })
  })
}
