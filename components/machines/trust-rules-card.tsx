import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { EmptyState } from '@/components/ui/empty-state'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import type { TrustRule } from '@/lib/model/trust-rule'
import { roleName } from '@/lib/presentation/role'
import { RemoveTrustRule } from './remove-trust-rule'

type Props = { org: string; rules: readonly TrustRule[]; editable: boolean }

/** Whose tokens are exchanged, for which subjects, and what they get. */
export const TrustRulesCard = ({ org, rules, editable }: Props) => (
  <Card
    title="Trust rules"
    note="A token has to fit one rule entirely: issuer, audience, subject, signature and dates."
  >
    {rules.length === 0 ? (
      <EmptyState title="No issuer is trusted">
        {editable
          ? 'Trust a build service, a cluster or a SPIFFE trust domain below. Nothing has to be stored there: its own short-lived tokens are exchanged.'
          : 'An administrator of this organization can trust a build service, a cluster or a SPIFFE trust domain.'}
      </EmptyState>
    ) : (
      <Table caption="Trust rules" minWidth="52rem">
        <TableHead>
          <ColumnHeader>Name</ColumnHeader>
          <ColumnHeader>Subject and audience</ColumnHeader>
          <ColumnHeader>Role</ColumnHeader>
          <ColumnHeader>Last used</ColumnHeader>
          {editable ? <ColumnHeader label="Remove" /> : null}
        </TableHead>
        <TableBody>
          {rules.map((rule) => (
            <RuleRow key={rule.id} org={org} rule={rule} editable={editable} />
          ))}
        </TableBody>
      </Table>
    )}
  </Card>
)

const RuleRow = ({ org, rule, editable }: { org: string; rule: TrustRule; editable: boolean }) => (
  <TableRow>
    <RowHeader className="max-w-72">
      <span className="block font-medium">{rule.name}</span>
      <span className="block break-all text-ink-3 text-xs">{rule.issuer}</span>
    </RowHeader>
    <Cell className="max-w-96">
      <span className="block break-all font-mono text-xs">{rule.subjectPattern}</span>
      <span className="block break-all text-ink-3 text-xs">
        for {rule.audience}
        {rule.oneUse ? '' : ' · a token can be exchanged more than once'}
      </span>
    </Cell>
    <Cell>{roleName(rule.role)}</Cell>
    <Cell>{rule.lastUsedAt ? <LocalTime instant={rule.lastUsedAt} /> : 'never'}</Cell>
    {editable ? (
      <Cell className="text-right">
        <RemoveTrustRule org={org} rule={{ id: rule.id, name: rule.name }} />
      </Cell>
    ) : null}
  </TableRow>
)
