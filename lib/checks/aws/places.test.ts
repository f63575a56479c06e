import { expect, test } from 'vitest'
import { scopeOf } from '@/lib/testing/facts-of'
import { accountPlace, regionPlaces } from './places'

const placesOf = (account: string) => {
  const facts = scopeOf({ account, regions: ['eu-west-1', 'us-east-1'], resources: [], checks: [] })
  return [accountPlace(facts), ...regionPlaces(facts)]
}

test('each region is a place, what has none is not', () => {
  expect(placesOf('111122223333').map(({ name }) => name)).toEqual(['111122223333', 'eu-west-1', 'us-east-1'])
})

test('a region of one account is another place than that of another, for findings are told apart by id', () => {
  const ids = ['111122223333', '444455556666'].flatMap((account) => placesOf(account).map(({ id }) => id))
  expect(new Set(ids).size).toBe(6)
})
