import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { capability } from '@/lib/framework/capabilities'
import { guidanceOf } from '@/lib/framework/guidance'
import type { LayerId } from '@/lib/model/layer'
import type { NextStep } from '@/lib/model/next-step'
import { layerName } from '@/lib/presentation/layer'
import { scoreText } from '@/lib/presentation/score'
import { stageLabel } from '@/lib/presentation/stage'

type Props = { layer: LayerId; steps: readonly NextStep[]; hrefOf: (capability: string) => string }

/** The steps that raise the weakest layer most, each with what its stage asks for. */
export const NextStepsCard = ({ layer, steps, hrefOf }: Props) => (
  <Card
    title={`What raises ${layerName(layer)} most`}
    note="One stage a step, ordered by points gained; effort is not weighed. Score after counts the steps above it as taken."
  >
    {steps.length === 0 ? (
      <p className="text-ink-2 text-sm">Every capability of this layer is at Optimal.</p>
    ) : (
      <Table caption={`Next steps in ${layerName(layer)}`} minWidth="30rem">
        <TableHead>
          <ColumnHeader>Step</ColumnHeader>
          <ColumnHeader>Capability</ColumnHeader>
          <ColumnHeader numeric>Score after</ColumnHeader>
        </TableHead>
        <TableBody>
          {steps.map((step) => (
            <TableRow key={step.capability}>
              <RowHeader>
                <TextLink quiet href={hrefOf(step.capability)} className="font-medium">
                  {capability(step.capability).name} to {stageLabel(step.to)}
                </TextLink>
                <span className="block text-ink-3 text-xs">{guidanceOf(step.capability).stages[step.to]}</span>
              </RowHeader>
              <Cell>
                <Tag>{step.capability}</Tag>
              </Cell>
              <NumericCell>
                {scoreText(step.scoreBefore)} → {scoreText(step.scoreAfter)}
              </NumericCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    )}
  </Card>
)
