import type { StagedRow } from '@/lib/db/repositories/record-staging'

/** The database driver remembers its last hundred statements with their values, so a larger batch costs memory. */
const BATCH = 500

/** Takes rows one by one and hands them on in batches; of rows with one external id in a batch the last is kept. */
export type StagingWriter<R> = { put: (row: StagedRow<R>) => Promise<void>; end: () => Promise<void> }

/** While one batch is being written the next one is read; never more than two are in memory. */
export function stagingWriter<R>(add: (rows: readonly StagedRow<R>[]) => Promise<void>): StagingWriter<R> {
  let batch = new Map<string, StagedRow<R>>()
  let writing: Promise<void> = Promise.resolve()

  const flush = async () => {
    await writing
    if (batch.size === 0) return
    writing = add([...batch.values()])
    // The failure is thrown by whoever waits for the batch; until then it must not end the process.
    writing.catch(() => undefined)
    batch = new Map()
  }

  return {
    put: async (row) => {
      batch.set(row.externalId, row)
      if (batch.size >= BATCH) await flush()
    },
    end: async () => {
      await flush()
      await writing
    },
  }
}
