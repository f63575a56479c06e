import type { Command } from 'commander'

/** The commands that judge the code itself; they have no database and print as they go. */
export function register(program: Command): void {
  program
    .command('check')
    .description('types, lint, law of imports, policy, unused code')
    .action(async () => {
      const { check } = await import('./check')
      process.exitCode = await check()
    })
  program
    .command('policy')
    .description('compile the access policy from its Rego sources; needs opa')
    .action(async () => {
      const { rebuildPolicy } = await import('./policy-build')
      await rebuildPolicy()
    })
  program
    .command('contract')
    .description('tests against real servers, those that are installed here')
    .action(async () => {
      const { runContracts } = await import('./contract')
      process.exitCode = await runContracts()
    })
  program
    .command('test')
    .description('everything: static checks, unit, integration and browser journeys')
    .argument('[parts...]', 'only these parts')
    .action(async (parts: string[]) => {
      const { runTests } = await import('./test')
      process.exitCode = await runTests(parts)
    })
}
