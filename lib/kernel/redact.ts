/** What stands in place of a secret. */
export const REDACTED = '[redacted]'

const DEPTH = 12

/** Names, without regard to case, dashes and underscores, whose value is secret whatever it looks like. */
const SECRET_NAME =
  /(authorization|cookie|token|secret|passwords?|passwd|passphrase|assertion|credentials?|privatekey|apikey|accesskey|sealed(private|secret)?|codeverifier|nonce|challenge|signature|sessionid|pgpass)$|^(key|keys|jwk|cookies)$/
/** Short names that mean a secret only when the value looks like one: an error has a code as well. */
const DOUBTFUL_NAME = /^(code|state|d)$/
const LOOKS_RANDOM = /^(?=.*\d)[\w.~+/=-]{16,}$/

// How a secret's name ends. What stands before it is left unlooked at, so that a long text costs its length and no more.
const NAME =
  '(?:password|passwd|passphrase|secret|token|assertion|credential|api[-_]?key|private[-_]?key|access[-_]?key|code[-_]?verifier|session[-_]?id)s?'

/** Shapes that are secret wherever they stand, with what is put in their place. Order matters: the longest reach first. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g, REDACTED],
  // Compact JWS and JWE (RFC 7515, RFC 7516), whole or cut short.
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g, REDACTED],
  [/\b(bearer|basic|digest|dpop|negotiate)(\s+)[\w.~+/=-]{6,}/gi, `$1$2${REDACTED}`],
  [/\b((?:set-)?cookie\d?["']?\s*[:=]\s*["']?)[^\r\n"']+/gi, `$1${REDACTED}`],
  [/\b(authorization["']?\s*[:=]\s*["']?)[^\r\n"']+/gi, `$1${REDACTED}`],
  // Whoever is named in an address may stay; the password may hold an @ when somebody forgot to escape it.
  [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/?#@"']{0,200}):[^\s/"']{1,500}@/gi, `$1:${REDACTED}@`],
  [/([?&#;](?:code|state|key|sig|signature)=)[^&#;\s"'<>]+/gi, `$1${REDACTED}`],
  [new RegExp(`(${NAME}\\\\?["']?\\s*[:=]\\s*\\\\?["'])[^"'\\\\]+`, 'gi'), `$1${REDACTED}`],
  [new RegExp(`(${NAME}=)[^\\s"'&;,]+`, 'gi'), `$1${REDACTED}`],
  [/\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b/g, REDACTED],
  [
    /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|xox[abeprs]-[\w-]{10,}|AIza[\w-]{30,}|sk_live_\w{16,})/g,
    REDACTED,
  ],
  // What this product sealed: useless without the key, and nobody's business in a log.
  [/\bv1\.[kd]-[0-9a-f-]+\.[\w-]{16,}/g, REDACTED],
  // 32 random bytes: keys in base64, links and derived secrets in base64url.
  [/(?<![\w+/=-])[A-Za-z0-9+/]{43}=(?![\w+/=])/g, REDACTED],
  [/(?<![\w+=-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{43}(?![\w+/=-])/g, REDACTED],
]

/**
 * A text without what looks like a secret (tokens, cookies, passwords in addresses, private keys, cloud keys, one-time
 * links, 32-byte keys) and without the given values, whatever those look like. Errs on the side of masking.
 */
export function redactText(text: string, known: readonly string[] = []): string {
  const without = known
    .filter((secret) => secret.length >= 6)
    .reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text)
  return SHAPES.reduce((rest, [shape, mask]) => rest.replace(shape, mask), without)
}

/**
 * The same for anything that is going to be written as JSON: strings by their shape, fields by their name. Errors become
 * their name, message, stack and cause. What is nested deeper than twelve levels is left out.
 */
export function redact(value: unknown, known: readonly string[] = []): unknown {
  return visit(value, known, 0)
}

function visit(value: unknown, known: readonly string[], depth: number): unknown {
  if (typeof value === 'string') return redactText(value, known)
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEPTH) return '[too deep]'
  if (Array.isArray(value)) return value.map((item) => visit(item, known, depth + 1))
  if (value instanceof Date) return value
  if (value instanceof Uint8Array) return `[${value.length} bytes]`
  return Object.fromEntries(
    fieldsOf(value).map(([name, field]) => [name, isSecret(name, field) ? REDACTED : visit(field, known, depth + 1)]),
  )
}

const fieldsOf = (value: object): [string, unknown][] =>
  value instanceof Error
    ? [
        ['name', value.name],
        ['message', value.message],
        ['stack', value.stack],
        ['cause', value.cause],
      ]
    : Object.entries(value)

function isSecret(name: string, value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'boolean') return false
  const plain = name.toLowerCase().replaceAll(/[-_]/g, '')
  return SECRET_NAME.test(plain) || (DOUBTFUL_NAME.test(plain) && typeof value === 'string' && LOOKS_RANDOM.test(value))
}
