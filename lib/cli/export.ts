import type { Command } from 'commander'

/** `proofline export …`: documents for auditors and boards. Each kind is a file of its own beside this one. */
export function register(program: Command): Command {
  return program.command('export').description('write what an auditor or a board asks for into a file')
}
