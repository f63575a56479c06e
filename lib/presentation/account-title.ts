import { capitalized, countWord } from './wording'

/** What somebody should know of their own ways in: `Two passkeys sign you in; one session is open`. */
export function accountTitle({ passkeys, sessions }: { passkeys: number; sessions: number }): string {
  const open = sessions === 1 ? 'one session is open' : `${countWord(sessions)} sessions are open`
  if (passkeys === 0) return `You have no passkey yet; ${open}`
  return `${capitalized(countWord(passkeys))} ${passkeys === 1 ? 'passkey signs' : 'passkeys sign'} you in; ${open}`
}
