import type { Actor } from '@/lib/model/actor'
import { countAgainst } from './count-against'

/** Counts an export of so many rows: many of them, or many rows, in ten minutes are a signal. */
export const noticeExport = (actor: Actor, rows: number, now = new Date()): Promise<void> =>
  countAgainst(actor, 'export', rows, now)

/** The same for an export that is made piece by piece: its rows are counted when it ends, however it ends. */
export async function* noticingExport<T>(
  actor: Actor,
  pages: AsyncIterable<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  let rows = 0
  try {
    for await (const page of pages) {
      rows += page.length
      yield page
    }
  } finally {
    await noticeExport(actor, rows)
  }
}
