import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { PrismaClient } from './generated/client'
import { statementName } from './statement-name'

type Connection = { url: string; prisma: PrismaClient }

// Next loads server code into several module graphs; the pool must be one per process, so it hangs on the process.
const holder: { prooflineDatabase?: Connection } = globalThis as { prooflineDatabase?: Connection }

/** Points this process at a database, as the role that owns nothing. Later calls replace the earlier connection. */
export function useDatabase(url: string): void {
  if (holder.prooflineDatabase?.url === url) return
  void holder.prooflineDatabase?.prisma.$disconnect()
  holder.prooflineDatabase = {
    url,
    prisma: new PrismaClient({
      adapter: new PrismaPg({ connectionString: url, max: 10 }, { statementNameGenerator: statementName }),
    }),
  }
}

export async function closeDatabase(): Promise<void> {
  const connection = holder.prooflineDatabase
  holder.prooflineDatabase = undefined
  await connection?.prisma.$disconnect()
}

/** The process's client: the one it was pointed at, else the one of DATABASE_URL. */
export function prisma(): PrismaClient {
  if (!holder.prooflineDatabase) {
    const url = env().databaseUrl
    if (!url) throw new AppError('unavailable', { reason: 'no database: neither useDatabase() nor DATABASE_URL' })
    useDatabase(url)
  }
  if (!holder.prooflineDatabase) throw new AppError('unavailable')
  return holder.prooflineDatabase.prisma
}
