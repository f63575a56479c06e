import type { Notice } from '@/lib/model/notice'
import { capitalized } from './wording'

type Told = Pick<Notice, 'action' | 'subjectName' | 'role'>

const SENTENCES: Record<Notice['action'], (who: string, role: string) => string> = {
  'sign-in-link.issued': (who) => `A sign-in link was issued for ${who}`,
  'session.revoked-for-risk': () => 'A session was ended because too much unusual was seen in it',
  'token.revoked-for-risk': () => 'A machine’s access token was ended because too much unusual was seen of it',
  'member.added': (who) => `${who} became an administrator`,
  'member.changed': (who) => `${who} became an administrator`,
  'elevation.approved': (who, role) => `${who} was given the role ${role} for some hours`,
  'signing-key.rotated': () => 'A key that signs was replaced',
  'signing-key.revoked': () => 'A key that signed was revoked: nothing it signed is believed any more',
}

/** What happened, in a sentence without its full stop. */
export const noticeText = ({ action, subjectName, role }: Told): string =>
  capitalized(SENTENCES[action](subjectName ?? 'somebody who is gone', role ?? 'of somebody else'))

/** `2 things happened that administrators should know`. */
export const noticesLine = (unseen: number): string =>
  unseen === 1
    ? 'Something happened that administrators should know'
    : `${unseen >= 100 ? '100 or more' : unseen} things happened that administrators should know`
