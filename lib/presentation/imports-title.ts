import type { ImportBatch } from '@/lib/model/import-batch'
import { dayText } from './date'

/** The latest import that still holds. */
export function importsTitle(batches: readonly Pick<ImportBatch, 'fileName' | 'createdAt' | 'undoneAt'>[]): string {
  const latest = batches.find((batch) => batch.undoneAt === null)
  if (batches.length === 0) return 'No imports yet'
  return latest
    ? `Last import on ${dayText(latest.createdAt.slice(0, 10))}: ${latest.fileName}`
    : 'Every import was undone'
}
