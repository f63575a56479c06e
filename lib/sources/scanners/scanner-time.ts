import type { ScannerRecord } from '@/lib/model/scanner-record'

type Read = Pick<ScannerRecord, 'seenAt'> & { assumptions: ScannerRecord['assumptions'] }

/** Below this a number of milliseconds would lie in 1973: the scanner wrote seconds. */
const SMALLEST_MILLISECONDS = 1e11
const ZONED = /(Z|[+-]\d{2}:?\d{2})$/i
const DATE_TIME = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?/

/**
 * When a record was made. OCSF wants milliseconds and some write seconds, so a number below 1e11 is scaled; a text without
 * a zone is read as UTC. Either is recorded as an assumption. Text is preferred to numbers; null where neither is a time.
 */
export function scannerTime(text: string | null, number: unknown): Read {
  if (text !== null && DATE_TIME.test(text)) {
    const zoned = ZONED.test(text) && text.length > 10
    const at = Date.parse(zoned || text.length === 10 ? text : `${text.replace(' ', 'T')}Z`)
    if (!Number.isNaN(at)) return { seenAt: new Date(at).toISOString(), assumptions: zoned ? [] : ['utc'] }
  }
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return { seenAt: null, assumptions: [] }
  const inSeconds = number < SMALLEST_MILLISECONDS
  const at = new Date(inSeconds ? number * 1000 : number)
  if (Number.isNaN(at.getTime())) return { seenAt: null, assumptions: [] }
  return { seenAt: at.toISOString(), assumptions: inSeconds ? ['seconds'] : [] }
}
