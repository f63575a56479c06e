import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import type { CapabilityId } from '@/lib/model/layer'
import type { LayerMaturity } from '@/lib/model/maturity'
import { layerName } from '@/lib/presentation/layer'
import { scoreText, shareText } from '@/lib/presentation/score'
import { stageLabel } from '@/lib/presentation/stage'
import { CapabilityRow } from './capability-row'

type Props = { layers: readonly LayerMaturity[]; hrefOf: (capability: CapabilityId) => string }

/** Every capability under its layer: where it stands and by which rule, where it should get to, what backs it. */
export const CapabilityTable = ({ layers, hrefOf }: Props) => (
  <Table caption="Capabilities by layer" minWidth="42rem">
    <TableHead>
      <ColumnHeader className="md:w-[42%]">Capability</ColumnHeader>
      <ColumnHeader>Stage</ColumnHeader>
      <ColumnHeader>Target</ColumnHeader>
      <ColumnHeader numeric>Weight</ColumnHeader>
      <ColumnHeader className="pl-3">Evidence in date</ColumnHeader>
      <ColumnHeader>Rule</ColumnHeader>
    </TableHead>
    {layers.map((layer) => (
      <TableBody key={layer.layer}>
        <TableRow>
          <th
            scope="rowgroup"
            colSpan={6}
            className="border-line border-b pt-4 pb-1.5 text-left font-semibold text-base"
          >
            <span className="sticky left-0 inline-block max-w-[calc(100vw-4.5rem)]">
              {layerName(layer.layer)}
              <span className="ml-2 font-normal text-ink-3 text-xs tabular-nums">
                {stageLabel(layer.stage)}, score {scoreText(layer.score)} · {shareText(layer.coverage)} assessed ·{' '}
                {shareText(layer.confidence)} evidenced
              </span>
            </span>
          </th>
        </TableRow>
        {layer.capabilities.map((one) => (
          <CapabilityRow
            key={one.capability}
            maturity={one}
            isWeakest={one.capability === layer.weakest}
            href={hrefOf(one.capability)}
          />
        ))}
      </TableBody>
    ))}
  </Table>
)
