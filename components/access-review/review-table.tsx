'use client'

import { useState } from 'react'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead } from '@/components/ui/table'
import type { Member } from '@/lib/model/member'
import { KeepMembers } from './keep-members'
import { ReviewRow } from './review-row'

type Props = {
  org: string
  members: readonly Member[]
  /** Whether the reader decides; auditors read only. */
  canReview: boolean
  /** Who reads, and whether nobody else could review them. */
  reader: { userId: string | null; isOnlyAdministrator: boolean }
}

/** Who has what, and the decision about it: one by one, or several at once. */
export function ReviewTable({ org, members, canReview, reader }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const isOwn = (member: Member) => member.userId === reader.userId
  const open = members.filter((member) => !member.hasEnded && (!isOwn(member) || reader.isOnlyAdministrator))
  const kept = chosen.filter((id) => open.some(({ userId }) => userId === id))
  const isAll = open.length > 0 && kept.length === open.length
  const toggle = (id: string) => setChosen(kept.includes(id) ? kept.filter((one) => one !== id) : [...kept, id])
  return (
    <>
      <Table caption="Members, those first whose review is due first" minWidth={canReview ? '66rem' : '54rem'}>
        <TableHead>
          {canReview ? (
            <ColumnHeader width="2rem">
              <input
                type="checkbox"
                aria-label="Choose all that are shown"
                className="size-4 align-middle accent-accent"
                checked={isAll}
                disabled={open.length === 0}
                onChange={() => setChosen(isAll ? [] : open.map(({ userId }) => userId))}
              />
            </ColumnHeader>
          ) : null}
          <ColumnHeader>Person</ColumnHeader>
          <ColumnHeader>Role</ColumnHeader>
          <ColumnHeader>Since</ColumnHeader>
          <ColumnHeader>Until</ColumnHeader>
          <ColumnHeader>Last used</ColumnHeader>
          <ColumnHeader>Last reviewed</ColumnHeader>
          <ColumnHeader>Next review</ColumnHeader>
          {canReview ? <ColumnHeader label="Decision" /> : null}
        </TableHead>
        <TableBody>
          {members.map((member) => (
            <ReviewRow
              key={member.userId}
              org={org}
              member={member}
              canReview={canReview}
              isOwn={isOwn(member)}
              canChoose={open.includes(member)}
              isChosen={kept.includes(member.userId)}
              onChoose={() => toggle(member.userId)}
            />
          ))}
        </TableBody>
      </Table>
      {canReview ? <KeepMembers org={org} userIds={kept} onKept={() => setChosen([])} /> : null}
    </>
  )
}
