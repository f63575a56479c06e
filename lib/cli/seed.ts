import type { Command } from 'commander'
import { z } from 'zod'
import { type Answer, answering, remark } from './answering'
import { seedStudy } from './seed-study'
import { withDatabase } from './with-database'

const Options = z.object({ scenario: z.literal('study', 'there is one scenario: study').default('study') })

const answer = ({ scenario, organizations, loaded }: Awaited<ReturnType<typeof seedStudy>>): Answer => ({
  json: { scenario, organizations, loaded, changed: loaded.length > 0 },
  text:
    loaded.length === 0
      ? `The ${scenario} is there already: ${organizations} synthetic organizations. Nothing was changed.`
      : `Loaded ${loaded.length} of the ${organizations} synthetic organizations of the ${scenario}.`,
})

export const register = (program: Command): Command =>
  answering(
    program
      .command('seed')
      .description('load demo data, flagged synthetic; repeating it changes nothing')
      .option('--scenario <name>', 'which story', 'study'),
    Options,
    () => withDatabase(async () => answer(await seedStudy(remark))),
  )
