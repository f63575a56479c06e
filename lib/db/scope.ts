import { AppError } from '@/lib/kernel/app-error'
import { prisma } from './client'
import type { Prisma } from './generated/client'
import { rollback } from './rollback'
import { tenantSettings } from './tenant-settings'

export type Tx = Prisma.TransactionClient

type Limits = { timeoutMs?: number; dryRun?: boolean }

/**
 * One transaction that may see the given organizations and no other. With `dryRun` everything happens and is then rolled
 * back. Throws not-found for an id that is none.
 */
export async function forOrganizations<T>(
  ids: readonly string[],
  work: (tx: Tx) => Promise<T>,
  { timeoutMs = 30_000, dryRun = false }: Limits = {},
): Promise<T> {
  const settings = tenantSettings(ids)
  return rollback(dryRun, (settle) =>
    prisma().$transaction(
      async (tx) => {
        for (const setting of settings) await tx.$executeRawUnsafe(setting)
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
