import { StageTag } from '@/components/ladder/stage-tag'
import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { MAPPING_NOTE, type Standard } from '@/lib/framework/standards'
import type { CapabilityId } from '@/lib/model/layer'
import { positionText } from '@/lib/presentation/capability-position'
import { edgeMeaning } from '@/lib/presentation/edge-label'
import type { RequirementRow } from '@/lib/presentation/requirement-rows'
import { stageTone } from '@/lib/presentation/stage'

type Props = { standard: Standard; rows: readonly RequirementRow[]; hrefOf: (capability: CapabilityId) => string }

/** A standard's requirements with the capabilities that touch them and where those stand. */
export const RequirementsCard = ({ standard, rows, hrefOf }: Props) => (
  <Card
    title={standard.name}
    note={`${MAPPING_NOTE} Touching is not meeting: the stages do not show that a requirement is met. Requirements that no capability touches are not listed.`}
    footer={
      standard.wording === 'ids-only' ? 'Ids only: the publisher’s licence does not let its text be shown.' : undefined
    }
  >
    <Table caption={`Requirements of ${standard.name} and the capabilities that touch them`} minWidth="20rem">
      <TableHead>
        <ColumnHeader width="30%">Requirement</ColumnHeader>
        <ColumnHeader>Capabilities, their stage, and what the mapping rests on</ColumnHeader>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <RowHeader>
              <span className="font-semibold">{row.id}</span>
              {row.title === null ? null : <span className="block text-ink-3 text-xs">{row.title}</span>}
            </RowHeader>
            <Cell>
              <ul className="grid gap-1 max-md:gap-3">
                {row.capabilities.map((edge) => (
                  <TouchingCapability key={edge.capability.id} edge={edge} href={hrefOf(edge.capability.id)} />
                ))}
              </ul>
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Card>
)

const TouchingCapability = ({ edge, href }: { edge: RequirementRow['capabilities'][number]; href: string }) => {
  const tone = stageTone(edge.standing?.effective ?? null)
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 md:grid md:grid-cols-[minmax(0,1fr)_8rem_7rem]">
      <TextLink quiet href={href} className="max-md:basis-full md:truncate" title={edge.capability.name}>
        <span className="text-ink-3 tabular-nums">{edge.capability.id}</span> {edge.capability.name}
      </TextLink>
      <StageTag
        label={edge.standing ? positionText(edge.standing) : 'Not assessed'}
        tone={tone === 'unknown' ? null : tone}
      />
      <span>
        <Tag tone={edge.label === 'judgement' ? 'unknown' : 'neutral'} title={edgeMeaning(edge.label)}>
          {edge.label}
        </Tag>
      </span>
    </li>
  )
}
