import type { Actor } from '@/lib/model/actor'
import { countAgainst } from './count-against'

/**
 * An export's pages, as they are. Its rows are counted when it ends, however it ends: many exports, or many rows, in ten
 * minutes are a signal.
 */
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
    await countAgainst(actor, 'export', rows, new Date())
  }
}
