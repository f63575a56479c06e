import { closeDatabase, useDatabase } from '@/lib/db/client'
import { type OpenDatabase, openDatabase } from '@/lib/db/open-database'
import { env, overrideEnv } from '@/lib/env'
import { keyFileOf } from '@/lib/env/key'
import { remark } from './answering'

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/**
 * Opens the database (the embedded one is started when it does not run, the roles are set and migrations applied),
 * points `lib/db` and `env()` at it as the role that owns nothing, runs `work` and gives everything back, also after a
 * failure or a Ctrl-C. Attaching to a running server takes a few hundredths of a second.
 */
export async function withDatabase<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const opening = openDatabase(env(), remark)
  const giveBack = async () => {
    await closeDatabase()
    const database = await opening.catch(() => null)
    await database?.release()
  }
  const forget = onSignal(giveBack)
  try {
    const database = await opening
    enter(database.appUrl)
    return await work(database)
  } finally {
    await giveBack()
    forget()
  }
}

/** From here on this process sees the database as the served application does. */
export function enter(appUrl: string): void {
  overrideEnv({ databaseUrl: appUrl, keyFile: keyFileOf(env()) })
  useDatabase(appUrl)
}

function onSignal(giveBack: () => Promise<void>): () => void {
  const stop = (signal: NodeJS.Signals) => {
    const code = Object.entries(EXIT_CODES).find(([name]) => name === signal)?.[1] ?? 1
    void giveBack().finally(() => process.exit(code))
  }
  for (const signal of Object.keys(EXIT_CODES)) process.once(signal, stop)
  return () => {
    for (const signal of Object.keys(EXIT_CODES)) process.off(signal, stop)
  }
}
