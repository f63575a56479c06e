import { z } from 'zod'

const NON_ASCII = /[^\x20-\x7e]/u

/** The first character that no address here may hold, with its code point: `"а" (U+0430)`; null when there is none. */
function foreign(text: string): string | null {
  const found = NON_ASCII.exec(text)?.[0]
  if (found === undefined) return null
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(found) ? `"${found}" (U+${code})` : `U+${code}`
}

/**
 * An e-mail address in its one spelling: without surrounding spaces, in lower case, ASCII only (RFC 5321 without its
 * extension for other alphabets, RFC 6531), because a person is found by it and a letter of another alphabet can look
 * just like one of these. Judged before lower case is made: some foreign letters become ASCII by that.
 */
export const Email = z
  .string()
  .trim()
  .superRefine((text, context) => {
    const character = foreign(text)
    if (character === null) return
    const message = `holds ${character}, which is not an ASCII character and can look like one; type the address anew`
    context.addIssue({ code: 'custom', message, continue: false })
  })
  .max(254, 'must have at most 254 characters')
  .toLowerCase()
  .pipe(z.email('is not an e-mail address'))
export type Email = z.infer<typeof Email>
