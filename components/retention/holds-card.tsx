import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import type { LegalHold } from '@/lib/model/legal-hold'
import { RECORD_KINDS } from '@/lib/model/record-kind'
import { holdLine } from '@/lib/presentation/retention'
import { PlaceHold } from './place-hold'
import { ReleaseHold } from './release-hold'

type Props = { org: string; holds: readonly LegalHold[]; editable: boolean }

/** Every hold there ever was; those that stand come first. */
export const HoldsCard = ({ org, holds, editable }: Props) => (
  <Card
    title="Legal holds"
    note="While a hold stands, nothing it covers is removed, by rule or by hand."
    aside={editable ? <PlaceHold org={org} kinds={RECORD_KINDS} /> : undefined}
  >
    {holds.length === 0 ? (
      <p className="text-ink-2 text-sm">No hold was ever placed.</p>
    ) : (
      <Table caption="Legal holds, those that stand first" minWidth="44rem">
        <TableHead>
          <ColumnHeader>Hold</ColumnHeader>
          <ColumnHeader>Covers</ColumnHeader>
          <ColumnHeader>Placed</ColumnHeader>
          <ColumnHeader>Released</ColumnHeader>
          {editable ? <ColumnHeader label="Acts" /> : null}
        </TableHead>
        <TableBody>
          {holds.map((hold) => (
            <TableRow key={hold.id}>
              <RowHeader className="max-w-72 font-medium">
                {hold.name} {hold.releasedAt === null ? <Tag tone="accent">stands</Tag> : null}
                <span className="block font-normal text-ink-3 text-xs [overflow-wrap:anywhere]">{hold.reason}</span>
              </RowHeader>
              <Cell className="max-w-72">{holdLine(hold)}</Cell>
              <Cell>
                {hold.placedBy}, <LocalTime instant={hold.placedAt} show="date" />
              </Cell>
              <Cell className="max-w-64">
                <Released hold={hold} />
              </Cell>
              {editable ? (
                <Cell className="text-right">
                  {hold.releasedAt === null ? <ReleaseHold org={org} id={hold.id} name={hold.name} /> : null}
                </Cell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    )}
  </Card>
)

function Released({ hold: { releasedAt, releasedBy, releaseReason } }: { hold: LegalHold }) {
  if (releasedAt === null) return '–'
  return (
    <>
      {releasedBy}, <LocalTime instant={releasedAt} show="date" />
      <span className="block text-ink-3 text-xs [overflow-wrap:anywhere]">{releaseReason}</span>
    </>
  )
}
