import canonicalize from 'canonicalize'

/**
 * The one text of a JSON value, whoever writes it: keys in order of UTF-16 code units, numbers as ECMAScript prints them,
 * no blanks (RFC 8785). Throws TypeError, naming the place, for what JSON would drop or change in silence: undefined,
 * functions, symbols, bigints, NaN and infinities, dates and other instances, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  refuseLoss(value, 'the value')
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('the value has no JSON form')
  return text
}

function refuseLoss(value: unknown, place: string): void {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError(`${place} holds half a character`)
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${place} is ${value}, which JSON cannot hold`)
  } else if (Array.isArray(value)) {
    // Not forEach, which skips the holes of a sparse array.
    for (let i = 0; i < value.length; i += 1) refuseLoss(value[i], `${place}[${i}]`)
  } else if (isPlainObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      refuseLoss(key, `a key of ${place}`)
      refuseLoss(item, `${place}.${key}`)
    }
  } else throw new TypeError(`${place} is ${kindOf(value)}, which JSON cannot hold`)
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const kindOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `an instance of ${value.constructor.name}`
    : value === undefined
      ? 'undefined'
      : `a ${typeof value}`
