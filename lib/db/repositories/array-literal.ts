const NEEDS_ESCAPE = /["\\]/
const ESCAPED = /["\\]/g

const quoted = (text: string): string => `"${NEEDS_ESCAPE.test(text) ? text.replace(ESCAPED, '\\$&') : text}"`

/**
 * A Postgres array as the text that the server itself parses. Sent as one string a column costs the driver one value
 * instead of thousands, which is what a bulk write waits for.
 */
export function arrayLiteral(values: readonly (string | number | boolean | null)[]): string {
  let text = '{'
  for (const value of values) {
    if (text.length > 1) text += ','
    text += typeof value === 'string' ? quoted(value) : value === null ? 'NULL' : value
  }
  return `${text}}`
}
