import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { PrismaClient } from './generated/client'

type Connection = { url: string; prisma: PrismaClient; readers: pg.Pool }

// Next loads server code into several module graphs; the pool must be one per process, so it hangs on the process.
const holder: { prooflineDatabase?: Connection } = globalThis as { prooflineDatabase?: Connection }

/** Points this process at a database, as the role that owns nothing. Later calls replace the earlier connection. */
export function useDatabase(url: string): void {
  if (holder.prooflineDatabase?.url === url) return
  void holder.prooflineDatabase?.prisma.$disconnect()
  void holder.prooflineDatabase?.readers.end()
  holder.prooflineDatabase = {
    url,
    prisma: new PrismaClient({
      adapter: new PrismaPg({ connectionString: url, max: 10 }),
    }),
    readers: readersOf(url),
  }
}

export async function closeDatabase(): Promise<void> {
  const connection = holder.prooflineDatabase
  holder.prooflineDatabase = undefined
  await connection?.prisma.$disconnect()
  await connection?.readers.end()
}

/** The process's client: the one it was pointed at, else the one of DATABASE_URL. */
export const prisma = (): PrismaClient => connection().prisma

/** Connections that take statements without waiting for the answers to earlier ones; see readOrganizations. */
export const readers = (): pg.Pool => connection().readers

function connection(): Connection {
  if (!holder.prooflineDatabase) {
    const url = env().databaseUrl
    if (!url) throw new AppError('unavailable', { reason: 'no database: neither useDatabase() nor DATABASE_URL' })
    useDatabase(url)
  }
  if (!holder.prooflineDatabase) throw new AppError('unavailable')
  return holder.prooflineDatabase
}

function readersOf(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    pipeline: true,
    max: 5,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 15_000,
    query_timeout: 30_000,
  })
  // A server that stops under an idle connection must not take the process with it; the next read reports it.
  pool.on('error', () => {})
  return pool
}
