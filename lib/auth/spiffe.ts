import { isTrustDomain } from '@/lib/model/subject-pattern'

/** Header members of a JWT-SVID; any other must not be there (SPIFFE JWT-SVID §2). */
export const SVID_HEADER = new Set(['alg', 'kid', 'typ'])

const LONGEST = 2048
/** SPIFFE-ID §2.2: path segments of letters, digits, dots, dashes and underscores, none empty, `.` or `..`. */
const SEGMENT = /^(?!\.{1,2}$)[a-zA-Z0-9._-]+$/

/** The trust domain of a SPIFFE ID (SPIFFE-ID §2); null for what is none, and for one that names the domain alone. */
export function trustDomainOf(id: unknown): string | null {
  if (typeof id !== 'string' || id.length > LONGEST || !id.startsWith('spiffe://')) return null
  const [domain = '', ...path] = id.slice('spiffe://'.length).split('/')
  if (!isTrustDomain(domain) || path.length === 0) return null
  return path.every((segment) => SEGMENT.test(segment)) ? domain : null
}
