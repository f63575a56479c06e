const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LABEL = /^(?!xn--)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
const LONGEST = 254
const LONGEST_LOCAL = 64

/**
 * The address a provider vouches for, in lower case; null unless it says that it verified it and it is plainly written:
 * no quotes (RFC 5321 §4.1.2), nothing outside ASCII and no punycode, so that no address can be mistaken for another's.
 * With `domains`, only addresses there are believed: one company's provider cannot vouch for another's people.
 */
export function believedAddress(
  { email, email_verified: verified }: Readonly<Record<string, unknown>>,
  domains: readonly string[],
): string | null {
  if (verified !== true || typeof email !== 'string' || !/^[\x21-\x7e]+$/.test(email)) return null
  const address = email.toLowerCase()
  const [local = '', domain = '', ...rest] = address.split('@')
  const labels = domain.split('.')
  if (rest.length > 0 || address.length > LONGEST || local.length > LONGEST_LOCAL || !LOCAL.test(local)) return null
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || !/^[a-z]/.test(labels.at(-1) ?? ''))
    return null
  return domains.length === 0 || domains.includes(domain) ? address : null
}
