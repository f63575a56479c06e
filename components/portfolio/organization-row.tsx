import { StageCell } from '@/components/ladder/stage-cell'
import { TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { TextLink } from '@/components/ui/text-link'
import { LAYERS, type LayerId } from '@/lib/model/layer'
import type { PortfolioRow } from '@/lib/model/portfolio'
import { dayText } from '@/lib/presentation/date'
import { organizationLine } from '@/lib/presentation/identity'
import { layerName } from '@/lib/presentation/layer'
import { metricChangeText } from '@/lib/presentation/metric'
import { scoreText, shareText } from '@/lib/presentation/score'
import { stageLabel, stageTone } from '@/lib/presentation/stage'
import { paths } from '@/lib/queries/paths'

/** One organization of the portfolio; with several deployments the weakest one speaks for it, and is named. */
export const OrganizationRow = ({ row }: { row: PortfolioRow }) => (
  <TableRow interactive>
    <RowHeader className="min-w-44">
      <TextLink quiet href={paths.overview(row.organization.slug)} className="font-semibold">
        {row.organization.name}
      </TextLink>
      <span className="block text-ink-3 text-xs">{organizationLine(row.organization)}</span>
      {row.deployments > 1 && row.deployment ? (
        <span className="block text-ink-3 text-xs">
          {row.deployment.name}, weakest of {row.deployments}
        </span>
      ) : null}
    </RowHeader>
    {LAYERS.map((layer) => (
      <Cell key={layer} className="pr-1.5">
        <LayerCell row={row} layer={layer} />
      </Cell>
    ))}
    <NumericCell>
      <span className="font-semibold">{scoreText(row.maturity?.score ?? null)}</span>
      {row.maturity ? <span className="block text-ink-3 text-xs">{dayText(row.maturity.asOf)}</span> : null}
    </NumericCell>
    <NumericCell>{row.layersLive.length} of 5</NumericCell>
    <NumericCell>
      <IncidentChange row={row} />
    </NumericCell>
  </TableRow>
)

function LayerCell({ row, layer }: { row: PortfolioRow; layer: LayerId }) {
  const standing = row.maturity?.layers.find((each) => each.layer === layer)
  if (!standing) return <StageCell label="not assessed" tone={null} detail={layerName(layer)} />
  const tone = stageTone(standing.stage)
  return (
    <StageCell
      label={standing.stage === null ? 'not established' : stageLabel(standing.stage)}
      tone={tone === 'unknown' ? null : tone}
      detail={`${layerName(layer)}: score ${scoreText(standing.score)}, ${shareText(standing.coverage)} measured`}
      href={paths.maturity(row.organization.slug, { deployment: row.deployment?.slug, layer })}
    />
  )
}

/** The change and the month it is read at; a dash says why when hovered or read out. */
function IncidentChange({ row }: { row: PortfolioRow }) {
  const change = row.changes.find((each) => each.metric === 'incidents')
  if (!change || change.relativeChange === null || change.caution) {
    const why = row.refusal ?? change?.caution ?? 'No reading yet'
    return (
      <span title={why} className="text-ink-3">
        –<span className="sr-only">{why}</span>
      </span>
    )
  }
  return (
    <>
      {metricChangeText('incidents', change)}
      <span className="block text-ink-3 text-xs">month {change.after}</span>
    </>
  )
}
