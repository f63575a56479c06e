import type { CsvFormat } from '@/lib/incidents/csv-format'
import { sniffCsv } from '@/lib/incidents/sniff-csv'
import { AppError } from '@/lib/kernel/app-error'

/** How a CSV file is written, from its beginning. Throws `invalid` with what is wrong when it is not one. */
export function formatOf(head: Uint8Array): CsvFormat {
  const sniffed = sniffCsv(head)
  if ('format' in sniffed) return sniffed.format
  const { problems } = sniffed
  throw new AppError('invalid', { detail: `The file cannot be read: ${problems[0]?.reason ?? 'no reason'}`, problems })
}
