/** How a CSV file is written. `headers` are trimmed, in file order; a column without a name has an empty one. */
export type CsvFormat = { bom: boolean; delimiter: ',' | ';' | '\t'; headers: string[] }

/** One record of the file: `row` is the 1-based line it starts on (the header is usually line 1), `cells` as written. */
export type Row = { row: number; cells: string[] }

export const DELIMITERS = [',', ';', '\t'] as const

/** Every line ending; `\r\n` first, so that it is not taken for two. */
export const LINE_ENDINGS = ['\r\n', '\n', '\r']

/** Whether a record holds nothing: an empty line, or the bare delimiters spreadsheets leave below a table. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')
