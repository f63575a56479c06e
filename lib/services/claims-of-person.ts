type Claims = Readonly<Record<string, unknown>>

const LONGEST_NAME = 120
const MOST_GROUPS = 2000

/**
 * The groups a claim lists: texts in a list, or one text. Anything else, and a claim that is missing, lists none: what is
 * not known gives no role.
 */
export function groupsIn(claims: Claims, claim: string | null): string[] {
  const value = claim !== null && Object.hasOwn(claims, claim) ? claims[claim] : null
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((group) => typeof group === 'string').slice(0, MOST_GROUPS)
}

/** What the person is called, on one line and without what turns text around; null when the provider does not say. */
export function nameIn({ name }: Claims): string | null {
  if (typeof name !== 'string') return null
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.slice(0, LONGEST_NAME).trim() || null
}

/** The authentication context a provider names (OpenID Connect Core 1.0 §2); null when it names none. */
export const acrIn = ({ acr }: Claims): string | null =>
  typeof acr === 'string' && acr !== '' ? acr.slice(0, 200) : null

/** The methods a provider names (RFC 8176); empty when it names none. */
export const amrIn = ({ amr }: Claims): string[] =>
  Array.isArray(amr)
    ? amr
        .filter((method) => typeof method === 'string')
        .slice(0, 20)
        .map((method) => method.slice(0, 200))
    : []
