import { z } from 'zod'

/** A JWT's parts as they were sent, undecided whether to be believed. */
export type JwtText = { header: Record<string, unknown>; payload: Record<string, unknown>; signed: string }

const LONGEST = 16_384
/** Compact JWS (RFC 7515 §7.1): three parts of base64url. An encrypted token has five, and nested ones are not asked for. */
const COMPACT = /^([\w-]+)\.([\w-]+)\.[\w-]+$/
const JsonObject = z.record(z.string(), z.unknown())

/**
 * Reads a compact JWT without believing it, to find out whose it claims to be. Null for whatever is none: too long, other
 * forms, text that is no UTF-8 or JSON object, and objects that name a member twice (RFC 7519 §4).
 */
export function readJwt(token: string): JwtText | null {
  if (token.length > LONGEST) return null
  const [, header = '', payload = ''] = COMPACT.exec(token) ?? []
  const [first, second] = [objectOf(header), objectOf(payload)]
  return first && second ? { header: first, payload: second, signed: `${header}.${payload}` } : null
}

function objectOf(part: string): Record<string, unknown> | null {
  try {
    const bytes = Buffer.from(part, 'base64url')
    // Two spellings of the same bytes would be two tokens to whoever compares texts.
    if (bytes.toString('base64url') !== part) return null
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const parsed = JsonObject.safeParse(JSON.parse(text))
    return parsed.success && !hasDuplicateNames(text) ? parsed.data : null
  } catch {
    return null
  }
}

/** Strings, and the signs that open, close and separate; what lies between them says nothing about names. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],]/g

/** Whether an object anywhere in valid JSON names a member twice, also when one spelling is escaped. */
export function hasDuplicateNames(json: string): boolean {
  const open: (Set<string> | null)[] = []
  let last = ''
  for (const [token] of json.matchAll(TOKENS)) {
    const names = open.at(-1)
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (token.startsWith('"') && names && (last === '{' || last === ',')) {
      const name: string = JSON.parse(token)
      if (names.has(name)) return true
      names.add(name)
    }
    last = token === ',' || token === '{' ? token : ''
  }
  return false
}
