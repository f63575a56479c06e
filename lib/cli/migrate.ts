import type { Command } from 'commander'
import { z } from 'zod'
import { migrateExternal } from '@/lib/db/open-database'
import { env } from '@/lib/env'
import { oldestKey } from '@/lib/env/key'
import { type Answer, answering } from './answering'
import { withDatabase } from './with-database'

const answer = (applied: readonly string[]): Answer => ({
  json: { applied },
  text: applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`,
})

/** With DATABASE_URL the owner may migrate without PROOFLINE_KEY, when the application's role was made beforehand. */
async function run(): Promise<Answer> {
  const { databaseUrl, keys, keyFile } = env()
  const key = keys.length > 0 || keyFile ? oldestKey(env()) : null
  if (databaseUrl) return answer((await migrateExternal(databaseUrl, key)).applied)
  return withDatabase(async ({ applied }) => answer(applied))
}

export const register = (program: Command): Command =>
  answering(program.command('migrate').description("bring the database to this version's schema"), z.object({}), run)
