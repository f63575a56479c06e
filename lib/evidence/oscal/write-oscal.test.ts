import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derivedId } from '@/lib/kernel/id'
import type { OscalObject } from './oscal-object'
import { later, OpenObject } from './oscal-stream'
import { oscalPieces, oscalText } from './write-oscal'

const metadata = { title: 'T', 'last-modified': '2026-01-01T00:00:00Z', version: '1', 'oscal-version': '1.2.2' }
const observation = (i: number) => ({ uuid: derivedId('write-test', String(i)), description: `Number ${i}` })
const finding = (observed: number) => ({
  uuid: derivedId('write-test', 'finding'),
  'related-observations': [{ 'observation-uuid': observation(observed).uuid }],
})

function digest() {
  const hash = createHash('sha256')
  return { update: (text: string) => hash.update(text), hex: () => hash.digest('hex') }
}

async function* paged(sizes: readonly number[], made: { count: number }) {
  for (const size of sizes) yield Array.from({ length: size }, () => observation(made.count++))
}

const streamed = (sizes: readonly number[], findings: OscalObject[] = []) => {
  const result = new OpenObject({
    uuid: derivedId('write-test', 'result'),
    observations: paged(sizes, { count: 0 }),
    findings: later(() => findings),
  })
  const results = (async function* () {
    yield [result]
  })()
  return oscalPieces('assessment-results', new OpenObject({ metadata, results }), digest())
}

const whole = async (pieces: AsyncIterable<string>) => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

describe('a streamed document', () => {
  test('is the tree it stands for, and the same text however its items are paged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 130 }), { maxLength: 5 }), async (sizes) => {
        const count = sizes.reduce((sum, one) => sum + one, 0)
        const document = JSON.parse(await whole(streamed(sizes)))['assessment-results']
        const observations = Array.from({ length: count }, (_, i) => observation(i))
        const result = { uuid: derivedId('write-test', 'result'), ...(count > 0 && { observations }) }
        expect(document).toEqual({ metadata, results: [result], uuid: document.uuid })
        expect(JSON.parse(await whole(streamed([count])))['assessment-results']).toEqual(document)
      }),
      { numRuns: 25 },
    )
  })

  test('is not given out whole when a reference in it leads nowhere, and says which', async () => {
    expect(await whole(streamed([3], [finding(2)]))).toContain('related-observations')
    await expect(whole(streamed([3], [finding(3)]))).rejects.toMatchObject({
      code: 'internal',
      reason: expect.stringContaining('results/0/findings/0/related-observations/0/observation-uuid'),
    })
  })

  test('ends where something is wrong, long before what follows is made', async () => {
    const made = { count: 0 }
    const sizes = Array.from({ length: 50 }, () => 1_000)
    const twice = derivedId('write-test', 'result')
    const broken = new OpenObject({
      uuid: twice,
      observations: (async function* () {
        yield [{ uuid: twice }]
        yield* paged(sizes, made)
      })(),
    })
    await expect(whole(oscalPieces('assessment-results', broken, digest()))).rejects.toMatchObject({ code: 'internal' })
    expect(made.count).toBeLessThanOrEqual(2_000)
  })
})

test('a small document with a reference to nothing is not given out at all', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  expect(() => oscalText('poam', { metadata, findings: [finding(1)] }, sha256)).toThrow(
    expect.objectContaining({ code: 'internal', reason: expect.stringContaining('is nowhere in the document') }),
  )
})
