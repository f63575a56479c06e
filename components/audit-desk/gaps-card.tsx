import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import type { Gap } from '@/lib/model/requirement-operation'
import { countText } from '@/lib/presentation/number'
import { gapText, quarterText } from '@/lib/presentation/operation-text'

/** As many as can be read at a glance stand open; more are folded by quarter. */
const AT_A_GLANCE = 12

/** What is not there: of the whole period first, then quarter by quarter. */
export function GapsCard({ gaps }: { gaps: readonly Gap[] }) {
  const groups = Map.groupBy(gaps, ({ quarter }) => quarter)
  return (
    <Card title={gaps.length === 0 ? 'No gaps' : `${countText(gaps.length)} gaps`}>
      {gaps.length === 0 ? undefined : (
        <div className="grid gap-2">
          {[...groups].map(([quarter, those]) => (
            <GapGroup
              key={quarter ?? ''}
              when={quarter === null ? 'Whole period' : quarterText(quarter)}
              gaps={those}
              isOpen={gaps.length <= AT_A_GLANCE || quarter === null}
            />
          ))}
        </div>
      )}
    </Card>
  )
}

const GapGroup = ({ when, gaps, isOpen }: { when: string; gaps: readonly Gap[]; isOpen: boolean }) => (
  <details open={isOpen} className="rounded-lg border border-line px-3 py-2">
    <summary className="cursor-pointer text-sm">
      <span className="font-medium">{when}</span>{' '}
      <span className="text-ink-3 text-xs">
        {countText(gaps.length)} {gaps.length === 1 ? 'gap' : 'gaps'}
      </span>
    </summary>
    <Table caption={`Gaps, ${when}`} minWidth="30rem" className="mt-2">
      <TableHead>
        <ColumnHeader width="9rem">Kind</ColumnHeader>
        <ColumnHeader>What</ColumnHeader>
      </TableHead>
      <TableBody>
        {gaps.map(({ kind, source, detail }) => (
          <TableRow key={`${kind} ${source}`}>
            <RowHeader className="whitespace-nowrap">{gapText(kind)}</RowHeader>
            <Cell>{detail}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </details>
)
