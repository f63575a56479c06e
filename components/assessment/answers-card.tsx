import { StageTag } from '@/components/ladder/stage-tag'
import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { TextLink } from '@/components/ui/text-link'
import type { Answer } from '@/lib/model/answer'
import type { CapabilityId } from '@/lib/model/layer'
import type { CapabilityProgress, LayerProgress } from '@/lib/presentation/assessment-progress'
import { layerName } from '@/lib/presentation/layer'
import { stageLabel, stageTone } from '@/lib/presentation/stage'

type Props = {
  progress: readonly LayerProgress[]
  answers: readonly Answer[]
  hrefOf: (capability: CapabilityId) => string
}

/** Every answer in one table, for whoever reads the whole: an approver, an auditor. */
export function AnswersCard({ progress, answers, hrefOf }: Props) {
  const given = new Map(answers.map((answer) => [answer.capability, answer]))
  return (
    <Card id="answers" title="Answers">
      <Table caption="Every capability with its answer" minWidth="44rem">
        <TableHead>
          <ColumnHeader className="md:w-[30%]">Capability</ColumnHeader>
          <ColumnHeader>Stage</ColumnHeader>
          <ColumnHeader>Target</ColumnHeader>
          <ColumnHeader numeric>Evidence</ColumnHeader>
          <ColumnHeader className="pl-3" width="38%">
            Rationale
          </ColumnHeader>
        </TableHead>
        {progress.map(({ layer, answered, capabilities }) => (
          <TableBody key={layer}>
            <TableRow>
              <th scope="rowgroup" colSpan={5} className="border-line border-b pt-4 pb-1.5 text-left font-semibold">
                {layerName(layer)}{' '}
                <span className="font-normal text-ink-3 text-xs tabular-nums">
                  {answered} of {capabilities.length} answered
                </span>
              </th>
            </TableRow>
            {capabilities.map((one) => (
              <AnswerRow key={one.id} progress={one} answer={given.get(one.id) ?? null} href={hrefOf(one.id)} />
            ))}
          </TableBody>
        ))}
      </Table>
    </Card>
  )
}

type RowProps = { progress: CapabilityProgress; answer: Answer | null; href: string }

const AnswerRow = ({ progress: { id, name, status, stage }, answer, href }: RowProps) => {
  const tone = stageTone(stage)
  return (
    <TableRow interactive>
      <RowHeader>
        <div className="max-md:w-38">
          <TextLink quiet href={href}>
            {name}
          </TextLink>
          <span className="block text-ink-3 text-xs">{id}</span>
        </div>
      </RowHeader>
      <Cell>
        {status === 'assessed' ? (
          <StageTag label={stageLabel(stage)} tone={tone === 'unknown' ? null : tone} />
        ) : (
          <span className="text-ink-3">{status === 'unanswered' ? 'Not answered' : 'Not applicable'}</span>
        )}
      </Cell>
      <Cell className="text-ink-2">{answer?.targetStage == null ? '' : stageLabel(answer.targetStage)}</Cell>
      <NumericCell>{answer === null ? '' : answer.evidence.length}</NumericCell>
      <Cell className="pl-3 text-ink-2">
        <span className="line-clamp-2">{answer?.rationale}</span>
      </Cell>
    </TableRow>
  )
}
