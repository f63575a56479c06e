import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import { prisma } from './client'
import type { Prisma } from './generated/client'
import { rollback } from './rollback'

export type Tx = Prisma.TransactionClient

/**
 * The policy reads the list of organizations again for every row it has to filter; through an index it reads it once. A
 * long list makes the planner expect the whole table and filter it: 1,000 organizations took 82 s instead of 0.4 s. A
 * plan kept from a shorter list would do the same.
 */
const MANY = 8
const FOR_MANY = ['SET LOCAL enable_seqscan = off', 'SET LOCAL plan_cache_mode = force_custom_plan']

type Limits = { timeoutMs?: number; dryRun?: boolean }

/**
 * One transaction that may see the given organizations and no other. The ids go into SET LOCAL, which takes no bind
 * parameter, so each is parsed as a UUID first; set_config() would stay on a coordinator and show shards nothing.
 * With `dryRun` everything happens and is then rolled back.
 */
export async function forOrganizations<T>(
  ids: readonly string[],
  work: (tx: Tx) => Promise<T>,
  { timeoutMs = 30_000, dryRun = false }: Limits = {},
): Promise<T> {
  const setting = `SET LOCAL app.organization_ids = '{${ids.map(parseId).join(',')}}'`
  return rollback(dryRun, (settle) =>
    prisma().$transaction(
      async (tx) => {
        await tx.$executeRawUnsafe(setting)
        for (const line of ids.length > MANY ? FOR_MANY : []) await tx.$executeRawUnsafe(line)
        return settle(await work(tx))
      },
      { timeout: timeoutMs, maxWait: 15_000 },
    ),
  )
}

/** One transaction without a tenant: people, sessions, links, keys and the directory. Tenant tables show no rows. */
export const withoutTenant = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  prisma().$transaction(work, { timeout: 30_000, maxWait: 15_000 })

/** The row a query scoped to the tenant found, or `not-found`, which tells nothing about other tenants. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new AppError('not-found')
  return row
}
