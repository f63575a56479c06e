import { expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { rdsStorageEncrypted as check } from './check'

const instance = (id: string, encrypted: boolean | null, cluster: string | null = null) =>
  resourceOf('aws.rds.instance', id, { engine: 'postgres', encrypted, publiclyAccessible: false, cluster })
const cluster = (id: string, encrypted: boolean | null) =>
  resourceOf('aws.rds.cluster', id, { engine: 'aurora-postgresql', encrypted })

test('passes when all are encrypted, and counts the storage of a cluster once', () => {
  const resources = [instance('orders', true), instance('member', true, 'ledger'), cluster('ledger', true)]
  expect(judged(check, resources)).toMatchObject({ verdict: 'pass', numerator: 2, denominator: 2 })
})

test('fails for an instance and for a cluster in the clear, not for the members of the cluster', () => {
  const resources = [instance('orders', false), instance('member', false, 'ledger'), cluster('ledger', false)]
  const { verdict, failing } = judged(check, resources)
  expect(verdict).toBe('fail')
  expect(failing).toMatchObject([
    { message: expect.stringContaining('instance orders'), detail: { engine: 'postgres' } },
    { message: expect.stringContaining('cluster ledger') },
  ])
})

test('does not apply where there is no database', () => expect(judged(check, []).verdict).toBe('not_applicable'))

test.each(['rds:DescribeDBInstances', 'rds:DescribeDBClusters'])('is unknown when %s was refused', (operation) => {
  const gaps = [{ operation, region: 'eu-west-1' }]
  expect(judged(check, [instance('orders', true)], { gaps }).verdict).toBe('unknown')
})

test('is unknown when the reply leaves the field out', () =>
  expect(judged(check, [instance('orders', null), cluster('ledger', null)])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ operation: 'rds:DescribeDBInstances' }, { operation: 'rds:DescribeDBClusters' }],
  }))
