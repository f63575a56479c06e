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
  /** The reader, who is reviewed by somebody else. Null where there is nobody else, or the reader is no member. */
  reviewedByOthers: string | null
}

/** Who has what, and the decision about it: one by one, or several at once. */
export function ReviewTable({ org, members, canReview, reviewedByOthers }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const open = members.filter(({ hasEnded, userId }) => !hasEnded && userId !== reviewedByOthers)
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
              isOwn={member.userId === reviewedByOthers}
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
