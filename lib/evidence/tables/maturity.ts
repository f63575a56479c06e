import { capability } from '@/lib/framework/capabilities'
import type { CapabilityMaturity, LayerMaturity } from '@/lib/model/maturity'
import { columnsOf, type Table } from './table'

/** One capability of a result, with the layer it stands in. */
export type MaturityRow = CapabilityMaturity & {
  assessmentId: string
  deployment: string
  asOf: string
  formula: string
  layer: LayerMaturity
}

const { text, number, day, boolean } = columnsOf<MaturityRow>()

/** The latest approved result, capability by capability. Stages are 0 to 3, shares 0 to 1, scores 0 to 100. */
export const maturityTable: Table<MaturityRow> = {
  name: 'maturity',
  title: 'Maturity by capability',
  columns: [
    text('assessmentId', 'Assessment'),
    text('deployment', 'Deployment'),
    day('asOf', 'As of'),
    text('formula', 'Formula'),
    text('layer.id', 'Layer', ({ layer }) => layer.layer),
    number('layer.score', 'Score of the layer', ({ layer }) => layer.score),
    number('layer.stage', 'Stage of the layer', ({ layer }) => layer.stage),
    number('layer.coverage', 'Coverage of the layer', ({ layer }) => layer.coverage),
    number('layer.confidence', 'Confidence of the layer', ({ layer }) => layer.confidence),
    text('capability', 'Capability'),
    text('name', 'Name', (one) => capability(one.capability).name),
    number('weight', 'Weight'),
    text('status', 'Status'),
    number('assessed', 'Assessed stage'),
    number('supported', 'Stage no check contradicts'),
    number('effective', 'Stage that counts'),
    number('target', 'Target stage'),
    text('rule', 'Rule'),
    boolean('evidenced', 'Evidence in date'),
  ],
}
