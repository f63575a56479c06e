import pg from 'pg'
import { AppError } from '@/lib/kernel/app-error'

const PATIENCE_MS = 15_000

/**
 * Runs `work` on one bare connection and closes it. For setting up and looking into a database, never for requests.
 * Throws `unavailable`, with Postgres's reason, when there is no connection to be had.
 */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS })
  // A server that stops under an idle connection must not take the process with it; the next query reports it.
  client.on('error', () => {})
  await client.connect().catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('unavailable', {
      detail: `No connection to PostgreSQL at ${new URL(url).host}: ${reason}`,
      cause,
    })
  })
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
