import { ColumnHeader } from '@/components/ui/column-header'
import { Drawer } from '@/components/ui/drawer'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { TextLink } from '@/components/ui/text-link'
import type { FindingImport } from '@/lib/model/finding-import'
import { notFindingsText, scannerFormatName, transitionsText } from '@/lib/presentation/finding-import'
import { countText } from '@/lib/presentation/number'
import { paths } from '@/lib/queries/paths'
import { RejectTable } from '../reject-table'

type Props = { org: string; imports: readonly FindingImport[] }

/** A page of imports holds the refused records of each: past this many they are the API's. */
const MOST_SHOWN = 100

/** Every file that was taken in, what became of findings, and what of it was refused. */
export const FindingsImports = ({ org, imports }: Props) => (
  <Table caption="Files of findings, newest first" minWidth="58rem">
    <TableHead>
      <ColumnHeader>File</ColumnHeader>
      <ColumnHeader>When</ColumnHeader>
      <ColumnHeader>Connection</ColumnHeader>
      <ColumnHeader numeric>Records</ColumnHeader>
      <ColumnHeader numeric>Mapped</ColumnHeader>
      <ColumnHeader numeric>Unmapped</ColumnHeader>
      <ColumnHeader numeric>Refused</ColumnHeader>
      <ColumnHeader className="pl-3">Findings</ColumnHeader>
    </TableHead>
    <TableBody>
      {imports.map((one) => (
        <TableRow key={one.id}>
          <RowHeader className="max-w-48 sm:max-w-72">
            <span className="block truncate font-medium" title={one.fileName}>
              {one.fileName}
            </span>
            <span className="block truncate text-ink-3 text-xs" title={`SHA-256 ${one.sha256}`}>
              {scannerFormatName(one.format)} of {one.product} · sha256 {one.sha256.slice(0, 8)}…
            </span>
          </RowHeader>
          <Cell>
            <LocalTime instant={one.createdAt} />
            <span className="block text-ink-3 text-xs">{one.importedBy}</span>
          </Cell>
          <Cell className="max-w-48">
            <TextLink quiet href={paths.findings(org, { connection: one.connectionId })} className="block truncate">
              {one.connection}
            </TextLink>
          </Cell>
          <NumericCell>{countText(one.records)}</NumericCell>
          <NumericCell>{countText(one.mapped)}</NumericCell>
          <NumericCell>{countText(one.unmapped)}</NumericCell>
          <NumericCell>{one.rejected === 0 ? '0' : <Rejects taken={one} />}</NumericCell>
          <Cell className="pl-3">
            {transitionsText(one)}
            <span className="block text-ink-3 text-xs">no finding: {notFindingsText(one.notFindings)}</span>
          </Cell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
)

const Rejects = ({ taken }: { taken: FindingImport }) => (
  <Drawer
    label={countText(taken.rejected)}
    title={`Records of ${taken.fileName} that were refused`}
    description={taken.rejected > MOST_SHOWN ? `The first ${countText(MOST_SHOWN)}; the API lists more.` : undefined}
  >
    <div className="text-left">
      <RejectTable rejects={taken.rejects.slice(0, MOST_SHOWN)} />
    </div>
  </Drawer>
)
