/** The longest record accepted, in characters; beyond it a quote was most likely never closed. */
export const LONGEST_RECORD = 1_000_000

const REASONS = new Map<unknown, string>([
  ['CSV_QUOTE_NOT_CLOSED', 'a quoted cell that starts in this row is never closed'],
  ['CSV_INVALID_CLOSING_QUOTE', 'text follows a closing quote; write a quote inside a quoted cell twice'],
  [
    'INVALID_OPENING_QUOTE',
    'a quote stands inside a cell that is not quoted; quote the cell and write the quote twice',
  ],
  [
    'CSV_MAX_RECORD_SIZE',
    `the row is longer than ${LONGEST_RECORD.toLocaleString('en')} characters; a quoted cell is most likely never closed`,
  ],
])

/** In words what the CSV parser refused; null when the error is not about the file's text. */
export const csvFault = (error: unknown): string | null =>
  (error instanceof Error && 'code' in error && REASONS.get(error.code)) || null
