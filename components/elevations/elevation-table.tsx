import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import type { Elevation } from '@/lib/model/elevation'
import { elevationLine, elevationState } from '@/lib/presentation/elevation'
import { AnswerRequest } from './answer-request'
import { EndElevation } from './end-elevation'

type Props = {
  org: string
  elevations: readonly Elevation[]
  /** Who reads; what they asked for themselves somebody else answers. */
  userId: string | null
  canDecide: boolean
}

/** Who asked for what, what became of it, and what can be done about it. */
export const ElevationTable = ({ org, elevations, userId, canDecide }: Props) => (
  <Table caption="Requests for a higher role, newest first" minWidth="52rem">
    <TableHead>
      <ColumnHeader>Person</ColumnHeader>
      <ColumnHeader>Asked for</ColumnHeader>
      <ColumnHeader>State</ColumnHeader>
      <ColumnHeader>Asked</ColumnHeader>
      <ColumnHeader>Answered</ColumnHeader>
      <ColumnHeader label="Acts" />
    </TableHead>
    <TableBody>
      {elevations.map((elevation) => (
        <TableRow key={elevation.id}>
          <RowHeader className="font-medium">{elevation.name}</RowHeader>
          <Cell className="max-w-96">
            {elevationLine(elevation)}
            <span className="block text-ink-3 text-xs [overflow-wrap:anywhere]">{elevation.reason}</span>
          </Cell>
          <Cell>
            <StateCell elevation={elevation} />
          </Cell>
          <Cell>
            <LocalTime instant={elevation.requestedAt} />
          </Cell>
          <Cell>
            {elevation.decidedAt ? <LocalTime instant={elevation.decidedAt} /> : '–'}
            {elevation.decidedBy ? <span className="block text-ink-3 text-xs">{elevation.decidedBy}</span> : null}
          </Cell>
          <Cell className="text-right">
            <Acts org={org} elevation={elevation} isOwn={elevation.userId === userId} canDecide={canDecide} />
          </Cell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
)

function StateCell({ elevation: { state, expiresAt } }: { elevation: Elevation }) {
  const { text, tone } = elevationState(state)
  return (
    <>
      <Tag tone={tone}>{text}</Tag>
      {expiresAt ? (
        <span className="block text-ink-3 text-xs">
          until <LocalTime instant={expiresAt} />
        </span>
      ) : null}
    </>
  )
}

type ActsProps = { org: string; elevation: Elevation; isOwn: boolean; canDecide: boolean }

function Acts({ org, elevation, isOwn, canDecide }: ActsProps) {
  const { id, state, name } = elevation
  if (state === 'requested' && isOwn) return <EndElevation org={org} id={id} label="Withdraw" />
  if (state === 'requested' && canDecide) return <AnswerRequest org={org} elevation={elevation} />
  if (state === 'approved' && (isOwn || canDecide)) {
    return <EndElevation org={org} id={id} label="End now" buttonLabel={`End the higher role of ${name} now`} />
  }
  return null
}
