import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { mappingMeaning } from '@/lib/presentation/framework'
import type { Choices } from './capability-choice'
import { MapRequirement } from './map-requirement'
import type { ShownRequirement } from './requirements-shown'

type Props = {
  org: string
  requirements: readonly ShownRequirement[]
  /** What is mapped, and the capabilities to choose from; null where nothing can be mapped here. */
  editor: { framework: string; choices: Choices } | null
  nameOf: (capability: string) => string
}

/** Requirements in the order of their document, with the capabilities that speak to each. */
export const RequirementTable = ({ org, requirements, editor, nameOf }: Props) => (
  <Table caption="Requirements and the capabilities that speak to them" minWidth="18rem">
    <TableHead>
      <ColumnHeader className="w-[56%]">Requirement</ColumnHeader>
      <ColumnHeader>Capabilities</ColumnHeader>
      {editor ? <ColumnHeader label="Change" /> : null}
    </TableHead>
    <TableBody>
      {requirements.map((one) => (
        <TableRow key={one.id}>
          <RowHeader>
            <Said requirement={one} />
          </RowHeader>
          <Cell>
            <span className="flex flex-wrap gap-1">
              {one.capabilities.map(({ id, label }) => (
                <Tag key={id} title={`${nameOf(id)}: ${mappingMeaning(label)}`}>
                  {id}
                </Tag>
              ))}
              {one.capabilities.length === 0 ? <Tag tone="unknown">unmapped</Tag> : null}
            </span>
          </Cell>
          {editor ? (
            <Cell>
              <MapRequirement
                org={org}
                {...editor}
                requirement={{ id: one.id, title: one.title, text: one.text }}
                current={one.capabilities.map(({ id }) => id)}
              />
            </Cell>
          ) : null}
        </TableRow>
      ))}
    </TableBody>
  </Table>
)

const Said = ({ requirement: { id, title, heading, parent, text } }: { requirement: ShownRequirement }) => (
  <>
    <span className="font-semibold [overflow-wrap:anywhere]">{id}</span>
    {title === null ? null : <span className="block">{title}</span>}
    <span className="block text-ink-3 text-xs [overflow-wrap:anywhere]">
      {[heading, parent === null ? null : `within ${parent}`].filter(Boolean).join(' · ')}
    </span>
    {text === null ? null : (
      <details className="mt-1 text-ink-2 text-xs">
        <summary className="cursor-pointer">Statement</summary>
        <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
      </details>
    )}
  </>
)
