import { ColumnHeader } from '@/components/ui/column-header'
import { Drawer } from '@/components/ui/drawer'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import type { AccessDecision } from '@/lib/model/access-decision'
import { decisionReason, EFFECT_TEXTS, EFFECT_TONES } from '@/lib/presentation/decision'

/** Decisions, newest first, each opening to what the policy was asked. */
export const DecisionsTable = ({ decisions }: { decisions: readonly AccessDecision[] }) => (
  <Table caption="Decisions of the access policy, newest first" minWidth="56rem">
    <TableHead>
      <ColumnHeader>When</ColumnHeader>
      <ColumnHeader>Answer</ColumnHeader>
      <ColumnHeader>Who</ColumnHeader>
      <ColumnHeader>Act and reason</ColumnHeader>
      <ColumnHeader>From where</ColumnHeader>
      <ColumnHeader label="Details" />
    </TableHead>
    <TableBody>
      {decisions.map((decision) => (
        <DecisionRow key={decision.id} decision={decision} />
      ))}
    </TableBody>
  </Table>
)

const DecisionRow = ({ decision }: { decision: AccessDecision }) => (
  <TableRow>
    <Cell>
      <LocalTime instant={decision.at} />
    </Cell>
    <Cell>
      <Tag tone={EFFECT_TONES[decision.effect]}>{EFFECT_TEXTS[decision.effect]}</Tag>
    </Cell>
    <Cell className="max-w-52">
      <span className="block truncate font-medium" title={decision.actorName}>
        {decision.actorName}
      </span>
    </Cell>
    <RowHeader className="max-w-96">
      <span className="block">{decision.action}</span>
      <span className="block font-normal text-ink-3 text-xs">{decisionReason(decision)}</span>
    </RowHeader>
    <Cell>{decision.address ?? <span className="text-unknown">no address</span>}</Cell>
    <Cell>
      <Drawer
        label="Details"
        title={`${EFFECT_TEXTS[decision.effect]}: ${decision.action}`}
        description={`Asked of policy ${decision.policy}. With the same policy this question gets the same answer again.`}
      >
        <pre className="whitespace-pre-wrap rounded-md bg-band p-3 text-left text-xs [overflow-wrap:anywhere]">
          {JSON.stringify(decision.input, null, 2)}
        </pre>
      </Drawer>
    </Cell>
  </TableRow>
)
