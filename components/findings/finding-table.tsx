import type { VirtualItem } from '@tanstack/react-virtual'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell } from '@/components/ui/table-cell'
import type { Finding } from '@/lib/model/finding'
import { FindingCells } from './finding-row'
import type { Selection } from './use-selection'

/** Which rows are near the window, and the room that all of them take. */
type View = { items: VirtualItem[]; size: number; top: number; measure: (row: Element | null) => void }

type Props = {
  org: string
  findings: readonly Finding[]
  now: string
  /** Null when this person changes nothing here. */
  selection: Selection | null
  /** Null shows all rows. */
  view: View | null
}

export function FindingTable({ org, findings, now, selection, view }: Props) {
  const shown = view ? view.items.map(({ index }) => index) : findings.map((_, index) => index)
  const before = view ? (view.items[0]?.start ?? view.top) - view.top : 0
  const after = view ? view.size - ((view.items.at(-1)?.end ?? view.top) - view.top) : 0
  return (
    <Table caption="Findings by resource" minWidth="52rem">
      <TableHead>
        {selection ? <ColumnHeader label="Chosen" width="2rem" /> : null}
        <ColumnHeader className="pl-5">Finding</ColumnHeader>
        <ColumnHeader>Resource</ColumnHeader>
        <ColumnHeader>Feeds</ColumnHeader>
        <ColumnHeader numeric>Open</ColumnHeader>
        <ColumnHeader>Owner</ColumnHeader>
      </TableHead>
      <TableBody>
        <Room height={before} />
        {shown.map((index) => {
          const finding = findings[index]
          return finding ? (
            <TableRow key={finding.id} interactive data-index={index} ref={view?.measure}>
              {selection ? <Tick finding={finding} selection={selection} /> : null}
              <FindingCells org={org} finding={finding} now={now} />
            </TableRow>
          ) : null
        })}
        <Room height={after} />
      </TableBody>
    </Table>
  )
}

const Tick = ({ finding, selection }: { finding: Finding; selection: Selection }) => (
  <Cell>
    <input
      type="checkbox"
      aria-label={`Choose ${finding.title}, ${finding.resource.name}`}
      checked={selection.ids.has(finding.id)}
      onChange={() => selection.toggle(finding.id)}
      className="mt-0.5 size-4 rounded-xs accent-accent"
    />
  </Cell>
)

/** Rows that are out of sight, as the room they take. */
const Room = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr>
      <td style={{ height }} />
    </tr>
  ) : null
