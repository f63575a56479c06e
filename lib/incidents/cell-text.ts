import { isUnknown } from './unknown-text'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

const hasControl = (text: string): boolean => CONTROL.test(text)

/**
 * A line of text from a cell: control characters and line breaks become one space, ends trimmed, cut at `longest` with
 * an ellipsis. A formula (`=…`) stays as written: it is neutralised where CSV is written, not here. Null when unknown.
 */
export function lineOfText(cell: string, longest: number): string | null {
  const text = (CONTROL.test(cell) ? cell.replace(CONTROLS, ' ') : cell).trim()
  if (isUnknown(text)) return null
  if (text.length <= longest) return text
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

const LONGEST_ID = 200

/**
 * The source's own id of a record, or why it cannot be one. It is the key under which a record is found again, so
 * nothing in it is repaired; `=` and `@` at its start are a spreadsheet formula and no id.
 */
export function readExternalId(cell: string): { id: string } | { reason: string } {
  const id = cell.trim()
  if (isUnknown(id)) return { reason: 'the row has no id of its own, so it could not be found again' }
  if (id.length > LONGEST_ID) return { reason: `the id is longer than ${LONGEST_ID} characters` }
  if (hasControl(id)) return { reason: 'the id holds control characters or line breaks' }
  if (id.startsWith('=') || id.startsWith('@'))
    return { reason: `the id starts with "${id[0]}", which is a spreadsheet formula` }
  return { id }
}
