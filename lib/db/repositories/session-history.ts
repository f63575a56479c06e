import type { Tx } from '../scope'

/** A habit shows in as many; a person who opens ten a day still shows one of weeks. */
const MOST = 500

/** A person's latest sessions but one, however they ended: in which browser, and from when to when (epoch ms). */
export async function earlierSessions(
  tx: Tx,
  userId: string,
  but: string,
): Promise<{ browser: string | null; from: number; to: number }[]> {
  const rows = await tx.session.findMany({
    where: { userId, id: { not: but } },
    orderBy: { createdAt: 'desc' },
    take: MOST,
    select: { browser: true, createdAt: true, lastSeenAt: true },
  })
  return rows.map(({ browser, createdAt, lastSeenAt }) => ({
    browser,
    from: createdAt.getTime(),
    to: lastSeenAt.getTime(),
  }))
}
