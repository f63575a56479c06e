import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { EvidencePack } from '@/lib/model/evidence-pack'
import { bytesText } from '@/lib/presentation/bytes'
import { packPeriod, packProgress, packState } from '@/lib/presentation/evidence-pack'
import { countText, NOT_KNOWN } from '@/lib/presentation/number'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; packs: readonly EvidencePack[]; nameOf: (framework: string) => string }

/** Packs, newest first, each with what it is about and what it came to. */
export const PackTable = ({ org, packs, nameOf }: Props) => (
  <Table caption="Evidence packs, newest first" minWidth="52rem">
    <TableHead>
      <ColumnHeader>Framework and period</ColumnHeader>
      <ColumnHeader>State</ColumnHeader>
      <ColumnHeader>Asked for</ColumnHeader>
      <ColumnHeader numeric>Files</ColumnHeader>
      <ColumnHeader numeric>Size</ColumnHeader>
      <ColumnHeader numeric>Gaps</ColumnHeader>
    </TableHead>
    <TableBody>
      {packs.map((pack) => (
        <PackRow key={pack.id} org={org} pack={pack} name={nameOf(pack.framework)} />
      ))}
    </TableBody>
  </Table>
)

function PackRow({ org, pack, name }: { org: string; pack: EvidencePack; name: string }) {
  const { text, tone } = packState(pack)
  return (
    <TableRow interactive>
      <RowHeader className="max-w-80">
        <TextLink quiet href={paths.evidencePack(org, pack.id)} className="block truncate font-medium">
          {name}
        </TextLink>
        <span className="block truncate text-ink-3 text-xs">{packPeriod(pack)}</span>
      </RowHeader>
      <Cell>
        <Tag tone={tone}>{text}</Tag>
        {pack.state === 'building' ? (
          <span className="block text-ink-3 text-xs">{packProgress(pack.progress).text}</span>
        ) : null}
      </Cell>
      <Cell>
        <LocalTime instant={pack.createdAt} />
        <span className="block text-ink-3 text-xs">by {pack.requestedBy}</span>
      </Cell>
      <NumericCell>{countText(pack.files)}</NumericCell>
      <NumericCell>{pack.bytes === null ? NOT_KNOWN : bytesText(pack.bytes)}</NumericCell>
      <NumericCell>{countText(pack.gaps)}</NumericCell>
    </TableRow>
  )
}
