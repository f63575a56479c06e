const NEEDS_ESCAPE = /["\\]/g

const element = (value: string | number | boolean | null): string => {
  if (value === null) return 'NULL'
  if (typeof value !== 'string') return String(value)
  return `"${value.replace(NEEDS_ESCAPE, '\\$&')}"`
}

/**
 * A Postgres array as the text that the server itself parses. Sent as one string a column costs the driver one value
 * instead of thousands, which is what a bulk write waits for.
 */
export const arrayLiteral = (values: readonly (string | number | boolean | null)[]): string =>
  `{${values.map(element).join(',')}}`
