import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { api, plainPost } from './api'
import { onStepUp } from './step-up'

type Asked = { path: string; init: RequestInit }

const asked: Asked[] = []
let answers: Response[] = []

const problem = (status: number, code: string, detail?: string) =>
  Response.json({ type: `https://proofline.dev/problems/${code}`, title: 'A title', status, detail }, { status })
const needsProof = () => problem(401, 'step-up', 'Deleting takes a fresh proof.')

beforeEach(() => {
  asked.length = 0
  answers = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ path, init })
    return answers.shift() ?? Response.error()
  })
})
afterEach(() => vi.unstubAllGlobals())

/** Somebody who proves who they are, or not; says how often and why they were asked. */
function somebody(proves: boolean) {
  const reasons: (string | undefined)[] = []
  const end = onStepUp(async (why) => {
    reasons.push(why)
    return proves
  })
  return { reasons, end }
}

describe('a request that needs a fresh proof', () => {
  test('asks for it in the server’s words and is sent once more, unchanged', async () => {
    const { reasons, end } = somebody(true)
    answers = [needsProof(), Response.json({ done: true })]
    expect(await api.put('/api/v1/x', { a: 1 })).toEqual({ done: true })
    end()
    expect(reasons).toEqual(['Deleting takes a fresh proof.'])
    expect(asked).toHaveLength(2)
    expect(asked[1]).toEqual(asked[0])
  })
  test('is sent no more when the proof is not given', async () => {
    const { end } = somebody(false)
    answers = [needsProof()]
    await expect(api.delete('/api/v1/x')).rejects.toMatchObject({ status: 401, code: 'step-up' })
    end()
    expect(asked).toHaveLength(1)
  })
  test('asks once: what is refused again after the proof is told as it is', async () => {
    const { reasons, end } = somebody(true)
    answers = [needsProof(), needsProof()]
    await expect(api.delete('/api/v1/x')).rejects.toMatchObject({ code: 'step-up' })
    end()
    expect(reasons).toHaveLength(1)
  })
  test('waits together with others, so that one proof does for all', async () => {
    const { reasons, end } = somebody(true)
    answers = [needsProof(), needsProof(), Response.json(1), Response.json(2)]
    expect((await Promise.all([api.get('/a'), api.get('/b')])).toSorted()).toEqual([1, 2])
    end()
    expect(reasons).toHaveLength(1)
  })
  test('is told as refused where nobody can be asked, and where the proof itself is given', async () => {
    answers = [needsProof(), needsProof()]
    await expect(api.post('/x')).rejects.toMatchObject({ code: 'step-up' })
    const { reasons, end } = somebody(true)
    await expect(plainPost('/x')).rejects.toMatchObject({ code: 'step-up' })
    end()
    expect(reasons).toEqual([])
  })
})

test('any other refusal is thrown with what it says, and asks nobody', async () => {
  const { reasons, end } = somebody(true)
  answers = [problem(401, 'unauthenticated'), new Response('busy', { status: 502 })]
  await expect(api.get('/x')).rejects.toMatchObject({ status: 401, code: 'unauthenticated', title: 'A title' })
  await expect(api.get('/x')).rejects.toMatchObject({ status: 502, code: null, title: 'The server answered 502' })
  end()
  expect(reasons).toEqual([])
})

test('an answer that never came says so', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
  await expect(api.get('/x')).rejects.toMatchObject({ status: 0, title: 'The server did not answer' })
})
