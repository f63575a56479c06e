import { expect, test } from 'vitest'
import { bucketOf, tokenBucket } from './token-bucket'

const never = new AbortController().signal

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

test('a full bucket gives its burst at once and then its rate', async () => {
  const bucket = tokenBucket({ perSecond: 100, burst: 5 })
  const take = (count: number) => Promise.all(Array.from({ length: count }, () => bucket.take(never)))
  expect(await elapsed(() => take(5))).toBeLessThan(20)
  const rest = await elapsed(() => take(10))
  expect(rest).toBeGreaterThan(85)
  expect(rest).toBeLessThan(400)
})

test('what was not taken comes back, but never more than the burst', async () => {
  let clock = 0
  const bucket = tokenBucket({ perSecond: 1, burst: 2 }, () => clock)
  await bucket.take(never)
  await bucket.take(never)
  clock = 3_600_000
  await bucket.take(never)
  await bucket.take(never)
  const third = new AbortController()
  const waiting = bucket.take(third.signal)
  third.abort()
  await expect(waiting).rejects.toThrow()
})

test('a wait ends with its signal', async () => {
  const bucket = tokenBucket({ perSecond: 0.001, burst: 1 })
  await bucket.take(never)
  await expect(bucket.take(AbortSignal.timeout(10))).rejects.toThrow()
  await expect(bucket.take(AbortSignal.abort())).rejects.toThrow()
})

test('one scope has one bucket, another has its own', () => {
  const limits = { perSecond: 1, burst: 1 }
  const scope = ['aws', '1', 'eu-west-1', 's3']
  expect(bucketOf(scope, limits)).toBe(bucketOf([...scope], limits))
  expect(bucketOf(scope, limits)).not.toBe(bucketOf(['aws', '1', null, 's3'], limits))
})
