import type { Command } from 'commander'
import { oscalSubcommand } from './export-oscal'
import { reportSubcommand } from './export-report'
import { listSubcommands, tableSubcommand } from './export-table'

/** `proofline export …`: documents for auditors and boards. Each kind is a file of its own beside this one. */
export function register(program: Command): Command {
  const group = program.command('export').description('write what an auditor or a board asks for into a file')
  listSubcommands(group)
  tableSubcommand(group)
  oscalSubcommand(group)
  reportSubcommand(group)
  return group
}
