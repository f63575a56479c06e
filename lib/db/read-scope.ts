import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { readers } from './client'
import { Prisma } from './generated/client'
import { tenantSettings } from './tenant-settings'

/**
 * What a repository that only reads needs of a transaction: Prisma's own offers it, and so does a quick one. To be the
 * same from both, dates are cast to text and counts to int in the statement.
 */
export type Reading = { $queryRaw<T>(text: TemplateStringsArray, ...values: unknown[]): Promise<T> }

/**
 * One transaction that reads within the given organizations and can write nothing, for what is asked on every request.
 * It costs as many round trips as the work waits for answers: it is opened along with the first statement, and nobody
 * waits for its end. Statements are prepared once per connection. Throws not-found for an id that is none.
 */
export const readOrganizations = <T>(ids: readonly string[], work: (tx: Reading) => Promise<T>): Promise<T> =>
  reading(() => tenantSettings(ids), work)

/** The same without a tenant: people, sessions, keys and the directory. Tenant tables show no rows. */
export const readWithoutTenant = <T>(work: (tx: Reading) => Promise<T>): Promise<T> => reading(() => [], work)

/**
 * One SELECT by itself, without a tenant and without a transaction, which would cost as much again: for what is asked to
 * know who asks. A SELECT can write nothing.
 */
export const readAlone: Reading = {
  async $queryRaw<T>(parts: TemplateStringsArray, ...given: unknown[]): Promise<T> {
    const { text, values } = Prisma.sql(parts, ...given)
    if (!/^\s*SELECT\b/.test(text)) throw new Error('only a SELECT stands by itself')
    return (await readers().query({ name: nameOf(text), text, values })).rows as T
  },
}

async function reading<T>(settings: () => readonly string[], work: (tx: Reading) => Promise<T>): Promise<T> {
  const begin = ['BEGIN READ ONLY', ...settings()].join('; ')
  const client = await readers().connect()
  const { tx, close } = readingOn(client)
  const opened = client.query(begin)
  // Both have to be over before the connection is anybody else's, whichever of them fails.
  const [began, result] = await Promise.allSettled([opened, (async () => work(tx))()])
  close()
  client.query('COMMIT').then(
    () => client.release(),
    (error: Error) => client.release(error),
  )
  // Without its settings a transaction sees no rows, which must not pass for an answer.
  if (began.status === 'rejected') throw began.reason
  if (result.status === 'rejected') throw result.reason
  return result.value
}

function readingOn(client: PoolClient): { tx: Reading; close: () => void } {
  let isOpen = true
  const tx: Reading = {
    async $queryRaw<T>(parts: TemplateStringsArray, ...given: unknown[]): Promise<T> {
      // The connection may already serve another organization.
      if (!isOpen) throw new Error('a statement came after the end of its transaction')
      const { text, values } = Prisma.sql(parts, ...given)
      return (await client.query({ name: nameOf(text), text, values })).rows as T
    },
  }
  return {
    tx,
    close: () => {
      isOpen = false
    },
  }
}

const names = new Map<string, string>()

/** Made of the text itself, because several module graphs share the connections. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `read_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
  names.set(text, name)
  return name
}
