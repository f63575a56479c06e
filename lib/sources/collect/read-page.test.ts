import { expect, test } from 'vitest'
import type { Step } from './collector'
import { readPage } from './read-page'

const PAGE = { resources: [], next: null, calls: 1, coverage: [] }
const pace = () => Promise.resolve()
const step = (read: Step['read']): Step => ({ operation: 'test:List', operations: [], read })
const forever = new AbortController().signal

test('a page is given as it came, and the step gets its cursor and a signal', async () => {
  let given: unknown
  const reading = step(async (cursor, { signal }) => {
    given = [cursor, signal.aborted]
    return PAGE
  })
  expect(await readPage(reading, 'token', { pace, signal: forever, patienceMs: 1000 })).toBe(PAGE)
  expect(given).toEqual(['token', false])
})

test('a step that never answers and does not listen is unavailable when its time is over', async () => {
  const deaf = step(() => new Promise(() => {}))
  const reading = readPage(deaf, null, { pace, signal: forever, patienceMs: 20 })
  await expect(reading).rejects.toMatchObject({ unread: 'unavailable', operation: 'test:List', code: 'Timeout' })
})

test('a signal ends the read with its reason, also when it came before', async () => {
  const deaf = step(() => new Promise(() => {}))
  const stop = new AbortController()
  const reading = readPage(deaf, null, { pace, signal: stop.signal, patienceMs: 60_000 })
  const reason = new Error('cancelled')
  stop.abort(reason)
  await expect(reading).rejects.toBe(reason)
  await expect(readPage(deaf, null, { pace, signal: stop.signal, patienceMs: 60_000 })).rejects.toBe(reason)
})

test('what is wrong in a step itself comes out as it is', async () => {
  const bug = new TypeError('a bug')
  const reading = readPage(
    step(() => Promise.reject(bug)),
    null,
    { pace, signal: forever, patienceMs: 1000 },
  )
  await expect(reading).rejects.toBe(bug)
})
