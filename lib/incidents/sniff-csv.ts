import { parse } from 'csv-parse/sync'
import { AppError, type Problem } from '@/lib/kernel/app-error'
import { csvFault } from './csv-fault'
import { type CsvFormat, DELIMITERS, isBlank, LINE_ENDINGS } from './csv-format'
import { notCsv } from './file-kind'
import { textGuard } from './text-guard'

/** How much of a file tells its format. A head shorter than this is taken for the whole file. */
export const SNIFF_BYTES = 65_536

const RECORDS_COMPARED = 50
const LONGEST_HEADER = 200

/** White space and delimiters only. */
const NOTHING = /^[\s,;]*$/

type Guess = { delimiter: CsvFormat['delimiter']; headers: string[]; row: number; agreement: number }

function records(text: string, delimiter: string, count: number): string[][] | string {
  try {
    return parse(text, { delimiter, record_delimiter: LINE_ENDINGS, relax_column_count: true, to: count })
  } catch (error) {
    const fault = csvFault(error)
    if (fault === null) throw error
    return fault
  }
}

/** What a delimiter makes of the text: its header, and the share of the records after it that are as wide. */
function guess(text: string, delimiter: CsvFormat['delimiter']): Guess | string {
  const many = records(text, delimiter, RECORDS_COMPARED)
  // A fault further down is for the reading of rows to name; here the header alone is enough.
  const found = typeof many === 'string' ? records(text, delimiter, 1) : many
  if (typeof found === 'string') return found
  const at = found.findIndex((cells) => !isBlank(cells))
  const header = found[at]
  if (header === undefined) return typeof many === 'string' ? many : 'no header in its first rows'
  const rest = found.slice(at + 1).filter((cells) => !isBlank(cells))
  const alike = rest.filter((cells) => cells.length === header.length).length
  const agreement = typeof many === 'string' ? 0 : rest.length === 0 ? 1 : alike / rest.length
  return { delimiter, headers: header.map((cell) => cell.trim()), row: at + 1, agreement }
}

function headerProblems({ headers, row }: Guess): Problem[] {
  const columns = new Map<string, number[]>()
  for (const [i, header] of headers.entries())
    if (header !== '') columns.set(header, [...(columns.get(header) ?? []), i + 1])
  return [...columns].flatMap(([name, places]) => {
    if (name.length > LONGEST_HEADER)
      return [{ row, field: name.slice(0, 40), reason: `a column name is longer than ${LONGEST_HEADER} characters` }]
    if (places.length === 1) return []
    return [{ row, field: name, reason: `columns ${places.join(' and ')} are all named "${name}"; rename all but one` }]
  })
}

/** The text of a head, cut after its last whole line unless it is the whole file. Throws `invalid` when it is not text. */
function textOf(head: Uint8Array, whole: boolean): string {
  const guard = textGuard()
  guard.check(head)
  if (whole) guard.end()
  const text = new TextDecoder().decode(head, { stream: !whole })
  return whole ? text : text.slice(0, text.lastIndexOf('\n') + 1) || text
}

/**
 * Finds out how a CSV file is written from its first `SNIFF_BYTES` (or all of a shorter file): byte order mark,
 * delimiter (the one under which most records are as wide as the header) and header. Gives problems instead, with row
 * and field, for what is no UTF-8 text, empty, or names two columns alike. Never throws on account of the bytes.
 */
export function sniffCsv(file: Uint8Array): { format: CsvFormat } | { problems: readonly Problem[] } {
  const head = file.subarray(0, SNIFF_BYTES)
  const refused = notCsv(head)
  if (refused !== null) return { problems: [{ field: 'file', reason: refused }] }
  try {
    const text = textOf(head, head.length < SNIFF_BYTES)
    if (NOTHING.test(text)) return { problems: [{ field: 'file', reason: 'it is empty' }] }
    const guesses = DELIMITERS.map((delimiter) => guess(text, delimiter))
    const read = guesses.filter((each) => typeof each !== 'string')
    const split = read.filter((each) => each.headers.length > 1)
    const [best] = (split.length > 0 ? split : read).sort(
      (a, b) => b.agreement - a.agreement || b.headers.length - a.headers.length,
    )
    if (best === undefined) return { problems: [{ row: 1, field: 'file', reason: String(guesses[0]) }] }
    const problems = headerProblems(best)
    const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
    return problems.length > 0 ? { problems } : { format: { bom, delimiter: best.delimiter, headers: best.headers } }
  } catch (error) {
    if (error instanceof AppError) return { problems: error.problems }
    throw error
  }
}
