import { withoutTenant } from './scope'

/** Whether the database answers and shows a transaction without a tenant no organization at all. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    const rows = await withoutTenant((tx) => tx.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM organizations`)
    return rows[0]?.n === 0n
  } catch {
    return false
  }
}
