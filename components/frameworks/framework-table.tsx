import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { TextLink } from '@/components/ui/text-link'
import type { FrameworkSummary } from '@/lib/model/framework-summary'
import { dayText } from '@/lib/presentation/date'
import { countText } from '@/lib/presentation/number'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; caption: string; frameworks: readonly FrameworkSummary[] }

/** Frameworks with how much of each is mapped. */
export const FrameworkTable = ({ org, caption, frameworks }: Props) => (
  <Table caption={caption} minWidth="22rem">
    <TableHead>
      <ColumnHeader className="w-[46%]">Framework</ColumnHeader>
      <ColumnHeader>Version</ColumnHeader>
      <ColumnHeader numeric>Requirements</ColumnHeader>
      <ColumnHeader numeric>Mapped</ColumnHeader>
    </TableHead>
    <TableBody>
      {frameworks.map(({ id, name, version, requirements, mapped, own }) => (
        <TableRow key={id} interactive>
          <RowHeader>
            <TextLink quiet href={paths.framework(org, id)} className="font-medium [overflow-wrap:anywhere]">
              {name}
            </TextLink>
            {own === null ? null : (
              <span className="block text-ink-3 text-xs [overflow-wrap:anywhere]">
                {own.slug} · {own.source} imported by {own.importedBy} on {dayText(own.importedAt.slice(0, 10))}
              </span>
            )}
          </RowHeader>
          <Cell className="[overflow-wrap:anywhere]">{version}</Cell>
          <NumericCell>{countText(requirements)}</NumericCell>
          <NumericCell>{countText(mapped)}</NumericCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
)
