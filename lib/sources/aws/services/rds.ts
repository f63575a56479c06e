import type { Step } from '@/lib/sources/collect/collector'
import { type AwsUnit, resource } from '../aws-unit'
import { listStep } from '../list-step'

const PAGE = 100
const LEAST = 20

export const databaseInstances = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'rds:DescribeDBInstances',
    ask: async (Marker, options) => {
      const rds = await unit.client('rds')
      const answer = await rds.describeDBInstances({ Marker, MaxRecords: unit.sizes.page(PAGE, LEAST) }, options)
      return { items: answer.DBInstances, next: answer.Marker, $metadata: answer.$metadata }
    },
    toResource: ({ DBInstanceArn = '', DBInstanceIdentifier, ...told }) =>
      resource(unit, {
        type: 'aws.rds.instance',
        id: DBInstanceArn,
        name: DBInstanceIdentifier,
        region: unit.region,
        facts: {
          engine: told.Engine ?? '',
          encrypted: told.StorageEncrypted ?? null,
          publiclyAccessible: told.PubliclyAccessible ?? null,
          cluster: told.DBClusterIdentifier || null,
        },
      }),
  })

export const databaseClusters = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'rds:DescribeDBClusters',
    ask: async (Marker, options) => {
      const rds = await unit.client('rds')
      const answer = await rds.describeDBClusters({ Marker, MaxRecords: unit.sizes.page(PAGE, LEAST) }, options)
      return { items: answer.DBClusters, next: answer.Marker, $metadata: answer.$metadata }
    },
    toResource: ({ DBClusterArn = '', DBClusterIdentifier, Engine = '', StorageEncrypted }) =>
      resource(unit, {
        type: 'aws.rds.cluster',
        id: DBClusterArn,
        name: DBClusterIdentifier,
        region: unit.region,
        facts: { engine: Engine, encrypted: StorageEncrypted ?? null },
      }),
  })
