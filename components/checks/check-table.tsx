import { ColumnHeader } from '@/components/ui/column-header'
import { Mark } from '@/components/ui/mark'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { CheckLine } from '@/lib/model/check-view'
import { NOT_KNOWN } from '@/lib/presentation/number'
import { PROVIDER_NAMES } from '@/lib/presentation/provider'
import { countedText, verdictLabel, verdictTone } from '@/lib/presentation/verdict'
import { paths } from '@/lib/queries/paths'

/** Every check with what it says now; one nobody ran has no verdict, which is not a pass. */
export const CheckTable = ({ org, checks }: { org: string; checks: readonly CheckLine[] }) => (
  <Table caption="Checks" minWidth="44rem">
    <TableHead>
      <ColumnHeader className="md:w-[46%]">A finding of it says</ColumnHeader>
      <ColumnHeader>Verdict</ColumnHeader>
      <ColumnHeader numeric>Holds for</ColumnHeader>
      <ColumnHeader className="pl-3">Feeds</ColumnHeader>
    </TableHead>
    <TableBody>
      {checks.map((one) => (
        <TableRow key={one.id} interactive>
          <RowHeader>
            <TextLink quiet href={paths.check(org, one.id)}>
              {one.title}
            </TextLink>
            <span className="block text-ink-3 text-xs [overflow-wrap:anywhere]">
              {one.severity} · {PROVIDER_NAMES[one.provider]} · {one.id}
            </span>
          </RowHeader>
          <Cell className="whitespace-nowrap">
            <span className="inline-flex items-center gap-2">
              <Mark tone={one.standing ? verdictTone(one.standing.verdict) : 'unknown'} />
              {one.standing ? verdictLabel(one.standing.verdict) : 'Not run'}
            </span>
          </Cell>
          <NumericCell className="whitespace-nowrap">
            {one.standing ? countedText(one.standing) : NOT_KNOWN}
          </NumericCell>
          <Cell className="pl-3">
            <span className="flex flex-wrap gap-1">
              {one.capabilities.map((capability) => (
                <Tag key={capability}>{capability}</Tag>
              ))}
            </span>
          </Cell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
)
