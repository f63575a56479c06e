import type { Command } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { computeStudy } from '@/lib/services/compute-study'
import { type Answer, answering } from './answering'
import { studyText } from './study-text'
import { withDatabase } from './with-database'

async function run(): Promise<Answer> {
  const study = await computeStudy(await operator())
  return { json: study, text: studyText(study) }
}

export const register = (program: Command): Command =>
  answering(
    program.command('study').description('compute the synthetic study from its records, beside the published figures'),
    z.object({}),
    () => withDatabase(run),
  )
