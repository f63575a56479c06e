import { LAYERS } from '@/lib/model/layer'
import { METRICS } from '@/lib/model/outcome'
import type { PortfolioRow } from '@/lib/model/portfolio'
import { columnsOf, type Table } from './table'

const { text, number, day, boolean, list } = columnsOf<PortfolioRow>()

/** One row an organization: where it stands, and each metric from its baseline to its latest reading. */
export const portfolioTable: Table<PortfolioRow> = {
  name: 'portfolio',
  title: 'Portfolio',
  columns: [
    text('organization.slug', 'Short name', ({ organization }) => organization.slug),
    text('organization.name', 'Organization', ({ organization }) => organization.name),
    text('organization.sector', 'Sector', ({ organization }) => organization.sector),
    number('organization.headcount', 'Headcount', ({ organization }) => organization.headcount),
    boolean('organization.synthetic', 'Synthetic', ({ organization }) => organization.synthetic),
    text('role', 'Your role'),
    number('deployments', 'Deployments'),
    text('deployment', 'Deployment shown', ({ deployment }) => deployment?.slug ?? null),
    list('layersLive', 'Layers live'),
    text('rollout', 'Rollout'),
    day('maturity.asOf', 'Assessed as of', ({ maturity }) => maturity?.asOf ?? null),
    number('maturity.score', 'Score', ({ maturity }) => maturity?.score ?? null),
    number('maturity.stage', 'Stage', ({ maturity }) => maturity?.stage ?? null),
    ...LAYERS.map((layer) =>
      number(
        `maturity.${layer}`,
        `Stage of ${layer}`,
        ({ maturity }) => maturity?.layers.find((one) => one.layer === layer)?.stage ?? null,
      ),
    ),
    ...METRICS.flatMap((metric) => {
      const of = ({ changes }: PortfolioRow) => changes.find((one) => one.metric === metric)
      return [
        number(`${metric}.baseline`, `${metric}: baseline`, (row) => of(row)?.baseline ?? null),
        number(`${metric}.value`, `${metric}: reading`, (row) => of(row)?.value ?? null),
        number(`${metric}.after`, `${metric}: months after`, (row) => of(row)?.after ?? null),
        number(`${metric}.absoluteChange`, `${metric}: change`, (row) => of(row)?.absoluteChange ?? null),
        number(`${metric}.relativeChange`, `${metric}: relative change`, (row) => of(row)?.relativeChange ?? null),
        text(`${metric}.caution`, `${metric}: caution`, (row) => of(row)?.caution ?? null),
      ]
    }),
    text('refusal', 'Why nothing is compared'),
  ],
}
