import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead } from '@/components/ui/table'
import { LAYERS } from '@/lib/model/layer'
import type { PortfolioRow } from '@/lib/model/portfolio'
import { layerName, layerShortName } from '@/lib/presentation/layer'
import { OrganizationRow } from './organization-row'

/** Organization by layer: the stage as word and tone, and what the rollout did to incidents. */
export const PortfolioTable = ({ rows }: { rows: readonly PortfolioRow[] }) => (
  <Table caption="Stage of each organization in each layer" minWidth="62rem">
    <TableHead>
      <ColumnHeader>Organization</ColumnHeader>
      {LAYERS.map((layer) => (
        <ColumnHeader key={layer} className="pr-1.5">
          <abbr title={layerName(layer)} className="no-underline">
            {layerShortName(layer)}
          </abbr>
        </ColumnHeader>
      ))}
      <ColumnHeader numeric>Score</ColumnHeader>
      <ColumnHeader numeric>Layers live</ColumnHeader>
      <ColumnHeader numeric>Incidents since rollout</ColumnHeader>
    </TableHead>
    <TableBody>
      {rows.map((row) => (
        <OrganizationRow key={row.organization.id} row={row} />
      ))}
    </TableBody>
  </Table>
)
