import { expect, test } from 'vitest'
import { checksOf } from '@/lib/checks/registry'
import { type AwsUnit, wholeSizes } from './aws-unit'
import { OPERATIONS } from './operations'
import { AWS_SERVICES, prefixOf } from './service'
import { SERVICE_STEPS } from './service-steps'

const unit: AwsUnit = {
  account: '111122223333',
  region: 'eu-west-1',
  regions: [],
  sizes: wholeSizes(),
  client: () => Promise.reject(new Error('nothing is asked here')),
}
const operationsOf = (service: (typeof AWS_SERVICES)[number]) =>
  SERVICE_STEPS[service].flatMap((step) => step(unit).operations)

test('every operation that a check needs is read by the unit it is named after', () => {
  const read = new Set(AWS_SERVICES.flatMap(operationsOf))
  const missing = checksOf('aws').flatMap(({ id, operations }) =>
    operations.filter((one) => !read.has(one)).map((one) => `${id} needs ${one}`),
  )
  expect(missing).toEqual([])
})

test('every operation of a step has its actions in the table, and belongs to its unit', () => {
  for (const service of AWS_SERVICES) {
    for (const operation of operationsOf(service)) {
      expect(Object.keys(OPERATIONS)).toContain(operation)
      expect(operation.split(':')[0]).toBe(prefixOf(service))
    }
  }
})

test('every operation in the table is asked by a step, or when a run is planned', () => {
  const asked = new Set(AWS_SERVICES.flatMap(operationsOf))
  const planned = ['sts:GetCallerIdentity', 'ec2:DescribeRegions', 'organizations:ListAccounts']
  expect(Object.keys(OPERATIONS).filter((one) => !asked.has(one))).toEqual(planned)
})
