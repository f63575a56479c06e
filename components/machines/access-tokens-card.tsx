import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import type { AccessToken } from '@/lib/model/access-token'
import { roleName } from '@/lib/presentation/role'
import { RevokeAccessToken } from './revoke-access-token'

type Props = { org: string; tokens: readonly AccessToken[]; revocable: boolean }

/** Which machines are in at the moment, since when and from where. */
export const AccessTokensCard = ({ org, tokens, revocable }: Props) => (
  <Card
    title="Access tokens that hold now"
    note="Each is for this organization and one role, and ends by itself. One that is used from a second network ends at once."
  >
    {tokens.length === 0 ? (
      <p className="text-ink-2 text-sm">None. They appear here while they hold.</p>
    ) : (
      <Table caption="Access tokens, newest first" minWidth="48rem">
        <TableHead>
          <ColumnHeader>Machine</ColumnHeader>
          <ColumnHeader>Role</ColumnHeader>
          <ColumnHeader>Issued</ColumnHeader>
          <ColumnHeader>Ends</ColumnHeader>
          <ColumnHeader>Last used</ColumnHeader>
          {revocable ? <ColumnHeader label="End" /> : null}
        </TableHead>
        <TableBody>
          {tokens.map((token) => (
            <TableRow key={token.id}>
              <RowHeader className="max-w-96 break-all">
                {token.subject}
                {token.trustRuleId === null ? (
                  <span className="block text-ink-3 text-xs">printed on the command line</span>
                ) : null}
              </RowHeader>
              <Cell>{roleName(token.role)}</Cell>
              <Cell>
                <LocalTime instant={token.issuedAt} show="time" />
              </Cell>
              <Cell>
                <LocalTime instant={token.expiresAt} show="time" />
              </Cell>
              <Cell>
                {token.lastUsedAt ? <LocalTime instant={token.lastUsedAt} show="time" /> : 'never'}
                {token.network ? <span className="block text-ink-3 text-xs">from {token.network}</span> : null}
              </Cell>
              {revocable ? (
                <Cell className="text-right">
                  <RevokeAccessToken org={org} token={{ id: token.id, subject: token.subject }} />
                </Cell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    )}
  </Card>
)
