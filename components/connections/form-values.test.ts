import { describe, expect, test } from 'vitest'
import { ConnectionChange, ConnectionInput } from '@/lib/model/connection-input'
import { choiceOf } from '@/lib/presentation/schedule'
import { changeOf, connectionOf } from './form-values'

function form(values: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.set(name, value)
  return data
}

const DAILY = choiceOf('0 6 * * *')
const ROLE = 'arn:aws:iam::111122223333:role/Reader'

describe('what a form says', () => {
  test.each([
    ['aws', { name: 'A', roleArn: ROLE, regions: 'eu-west-1, eu-central-1', services: '' }],
    ['kubernetes', { name: 'K', cluster: 'prod', server: 'https://k.example.org', systemNamespaces: 'kube-system' }],
    ['terraform', { name: 'T', workspace: 'network' }],
    ['findings', { name: 'F', product: 'Prowler' }],
  ])('of %s is a connection and a change', (kind, values) => {
    expect(ConnectionInput.safeParse(connectionOf(kind, form(values), DAILY)).success).toBe(true)
    expect(ConnectionChange.safeParse(changeOf(kind, form(values), DAILY)).success).toBe(true)
  })
  test('keeps lists, nulls and the schedule apart', () => {
    const values = { name: 'A', roleArn: ROLE, regions: 'eu-west-1,\n eu-central-1', memberRole: '' }
    expect(connectionOf('aws', form(values), DAILY)).toMatchObject({
      schedule: '0 6 * * *',
      deploymentId: null,
      settings: { regions: ['eu-west-1', 'eu-central-1'], memberRole: null, endpoint: null },
    })
    expect(connectionOf('findings', form({ name: 'F', product: 'P' }), DAILY).schedule).toBeNull()
  })
})
