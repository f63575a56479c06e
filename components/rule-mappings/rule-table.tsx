import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { RuleSeen } from '@/lib/model/rule-mapping'
import { countText } from '@/lib/presentation/number'
import { feedsOf, mappedByText } from '@/lib/presentation/rule-mapping'
import { paths } from '@/lib/queries/paths'
import { type Choices, MapRule } from './map-rule'

type Props = {
  org: string
  rules: readonly RuleSeen[]
  /** Capabilities to choose from; null when this person maps nothing. */
  choices: Choices | null
  nameOf: (capability: string) => string
}

/** Every rule that findings are of, and what they feed. */
export const RuleTable = ({ org, rules, choices, nameOf }: Props) => (
  <Table caption="Rules of other scanners, unmapped ones first" minWidth="38rem">
    <TableHead>
      <ColumnHeader className="w-48 md:w-[52%]">Rule</ColumnHeader>
      <ColumnHeader>Feeds</ColumnHeader>
      <ColumnHeader numeric>Findings</ColumnHeader>
      <ColumnHeader numeric>Open</ColumnHeader>
      {choices ? <ColumnHeader label="Change" /> : null}
    </TableHead>
    <TableBody>
      {rules.map((one) => (
        <TableRow key={`${one.product}/${one.rule}`}>
          <RowHeader className="max-w-96">
            <TextLink
              quiet
              href={paths.findings(org, { state: 'all', check: one.rule, source: one.product })}
              className="font-medium [overflow-wrap:anywhere]"
            >
              {one.title}
            </TextLink>
            <span className="block text-ink-3 text-xs [overflow-wrap:anywhere]">
              {one.product} · {one.rule}
            </span>
          </RowHeader>
          <Cell>
            <Feeds rule={one} nameOf={nameOf} />
          </Cell>
          <NumericCell>{countText(one.findings)}</NumericCell>
          <NumericCell>{countText(one.open)}</NumericCell>
          {choices ? (
            <Cell>
              <MapRule
                org={org}
                rule={{ product: one.product, rule: one.rule, title: one.title }}
                current={one.ownCapability ?? feedsOf(one)[0] ?? null}
                choices={choices}
              />
            </Cell>
          ) : null}
        </TableRow>
      ))}
    </TableBody>
  </Table>
)

const Feeds = ({ rule, nameOf }: { rule: RuleSeen; nameOf: Props['nameOf'] }) => (
  <>
    <span className="flex flex-wrap gap-1">
      {feedsOf(rule).map((id) => (
        <Tag key={id} title={nameOf(id)}>
          {id}
        </Tag>
      ))}
      {rule.capabilities === '' ? <Tag tone="unknown">unmapped</Tag> : null}
    </span>
    <span className="block text-ink-3 text-xs">{mappedByText(rule)}</span>
  </>
)
