import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import { RECORD_KINDS } from '@/lib/model/record-kind'
import { FEWEST_DAYS, type RetentionRule } from '@/lib/model/retention'
import { keptText, kindText } from '@/lib/presentation/retention'
import { ChangeRule } from './change-rule'

type Props = { org: string; rules: readonly RetentionRule[]; editable: boolean }

/** How long each kind is kept, what goes of it, and the fewest days there may be. */
export const RulesCard = ({ org, rules, editable }: Props) => (
  <Card
    title="How long records are kept"
    note="A rule removes nothing by itself: what is past its time goes once somebody agreed to a report of it."
    footer="Never removed: the audit log, signed scores, and approved assessments with their answers. Incidents, audits and open findings have no rule either."
  >
    <Table caption="Kinds of record and how long each is kept" minWidth="46rem">
      <TableHead>
        <ColumnHeader>Kind</ColumnHeader>
        <ColumnHeader>Kept</ColumnHeader>
        <ColumnHeader>Counted from</ColumnHeader>
        <ColumnHeader>Set</ColumnHeader>
        {editable ? <ColumnHeader label="Acts" /> : null}
      </TableHead>
      <TableBody>
        {RECORD_KINDS.map((kind) => {
          const rule = rules.find((one) => one.kind === kind)
          const { name, what, since } = kindText(kind)
          return (
            <TableRow key={kind}>
              <RowHeader className="max-w-80 font-medium">
                {name}
                <span className="block font-normal text-ink-3 text-xs">{what}</span>
              </RowHeader>
              <Cell className="whitespace-nowrap tabular-nums">{keptText(rule)}</Cell>
              <Cell className="max-w-56 text-ink-2">{since}</Cell>
              <Cell className="max-w-72">
                {rule ? (
                  <>
                    {rule.updatedBy}, <LocalTime instant={rule.updatedAt} show="date" />
                    <span className="block text-ink-3 text-xs [overflow-wrap:anywhere]">{rule.reason}</span>
                  </>
                ) : (
                  '–'
                )}
              </Cell>
              {editable ? (
                <Cell className="text-right">
                  <ChangeRule org={org} kind={kind} keepDays={rule?.keepDays ?? null} fewest={FEWEST_DAYS[kind]} />
                </Cell>
              ) : null}
            </TableRow>
          )
        })}
      </TableBody>
    </Table>
  </Card>
)
