import type { Member } from '@/lib/model/member'
import { columnsOf, type Table } from './table'

const { text, number, instant, boolean } = columnsOf<Member>()

export const membersTable: Table<Member> = {
  name: 'members',
  title: 'Members',
  columns: [
    text('userId', 'Id'),
    text('name', 'Name'),
    text('email', 'E-mail'),
    text('role', 'Role'),
    text('elevatedRole', 'Higher role for a while'),
    instant('elevatedUntil', 'Until'),
    text('source', 'Membership from'),
    instant('joinedAt', 'Joined'),
    instant('expiresAt', 'Ends'),
    boolean('hasEnded', 'Has ended'),
    instant('lastUsedAt', 'Last used'),
    number('passkeys', 'Passkeys'),
    number('providers', 'Identity providers'),
  ],
}
