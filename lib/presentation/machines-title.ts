import { capitalized, countWord } from './wording'

/** `Two issuers are trusted, one access token holds now`. */
export function machinesTitle(rules: readonly { issuer: string }[], tokens: readonly unknown[]): string {
  const issuers = new Set(rules.map(({ issuer }) => issuer)).size
  if (issuers === 0 && tokens.length === 0) return 'No machine can act here yet'
  const trusted = issuers === 1 ? 'one issuer is trusted' : `${countWord(issuers)} issuers are trusted`
  const holding =
    tokens.length === 1 ? 'one access token holds now' : `${countWord(tokens.length)} access tokens hold now`
  return capitalized(`${trusted}, ${holding}`)
}
