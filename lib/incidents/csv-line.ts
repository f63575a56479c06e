/**
 * What a spreadsheet would run instead of show (OWASP, CSV injection). Some trim blanks first, and some take the full-width
 * forms of East Asian keyboards for the plain ones.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])/
const SPECIAL = /[",\r\n]/

/** A number is no formula, so a negative one stays a number. */
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = FORMULA.test(text) && !isNumber(text) ? `'${text}` : text
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * One record of a CSV file (RFC 4180, ending in CR LF). Null is an empty cell. Text that a spreadsheet would take for a
 * formula gets a leading apostrophe, because an export is opened by somebody else than the author of its titles.
 */
export const csvLine = (values: readonly (string | number | null)[]): string => `${values.map(cell).join(',')}\r\n`
