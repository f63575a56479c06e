import type { Deployment } from '@/lib/model/deployment'
import { LAYERS } from '@/lib/model/layer'
import { columnsOf, type Table } from './table'

const { text, day, instant } = columnsOf<Deployment>()

export const deploymentsTable: Table<Deployment> = {
  name: 'deployments',
  title: 'Deployments',
  columns: [
    text('id', 'Id'),
    text('slug', 'Short name'),
    text('name', 'Name'),
    text('environment', 'Environment'),
    ...LAYERS.flatMap((layer) => [
      day(`${layer}.beganOn`, `${layer} began`, ({ rollouts }) => rolloutOf(rollouts, layer)?.beganOn ?? null),
      day(`${layer}.liveOn`, `${layer} live`, ({ rollouts }) => rolloutOf(rollouts, layer)?.liveOn ?? null),
    ]),
    instant('createdAt', 'Created'),
  ],
}

const rolloutOf = (rollouts: Deployment['rollouts'], layer: string) => rollouts.find((one) => one.layer === layer)
