import { AppError } from '@/lib/kernel/app-error'

/**
 * Fields or parameters by their names. One that is named twice is refused with bad-request: whoever looks at a request on
 * its way might judge the first of them, and we the last (OWASP ASVS 5.0, 15.3.7; for forms RFC 6749 §3.2).
 */
export function namedOnce(given: URLSearchParams, kind: 'field' | 'parameter'): Record<string, string> {
  const names = new Set<string>()
  for (const name of given.keys()) {
    if (names.has(name)) throw new AppError('bad-request', { detail: `The ${kind} ${name} is named twice.` })
    names.add(name)
  }
  return Object.fromEntries(given)
}
