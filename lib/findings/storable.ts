/** A text as Postgres can hold it: without NUL, and without halves of characters. */
export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed()

/** Escapes that JSON may hold and jsonb may not, with the backslashes before them, which say whether they are escapes. */
const UNSTORABLE = /(\\*)\\u(0000|d[89a-f][0-9a-f]{2})/g

/** JSON text of a value as jsonb can hold it: NUL is left out, halves of characters become the replacement character. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null'
  if (!text.includes('\\u')) return text
  return text.replace(UNSTORABLE, (whole, before: string, code: string) =>
    before.length % 2 === 1 ? whole : `${before}${code === '0000' ? '' : '�'}`,
  )
}
