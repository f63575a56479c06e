import { capitalized, countWord } from './wording'

/** What somebody should know of their own ways in: `Two passkeys sign you in; you are signed in in one place`. */
export function accountTitle({ passkeys, sessions }: { passkeys: number; sessions: number }): string {
  const places = `you are signed in in ${countWord(sessions)} ${sessions === 1 ? 'place' : 'places'}`
  if (passkeys === 0) return `You have no passkey yet; ${places}`
  return `${capitalized(countWord(passkeys))} ${passkeys === 1 ? 'passkey signs' : 'passkeys sign'} you in; ${places}`
}
