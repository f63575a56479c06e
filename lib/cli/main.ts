import { Command } from 'commander'
import { COMMANDS } from './commands'
import { reportFailure } from './failure'

// Whoever reads our output may stop reading, as `head` does; that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

const program = new Command('proofline')
  .description('Zero-trust maturity computed from evidence, and whether the rollout worked.')
  .showHelpAfterError('(--help says what is possible)')

for (const register of COMMANDS) register(program)

try {
  await program.parseAsync(process.argv)
} catch (error) {
  process.exitCode = reportFailure(error)
}
