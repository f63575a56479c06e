import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAutosave, type SaveState } from './autosave'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that answers when told to. */
function fixture() {
  const told: SaveState[] = []
  const sent: string[] = []
  const answers: { accept: () => void; refuse: (why: Error) => void }[] = []
  const autosave = createAutosave<string>({
    save: (value) => {
      sent.push(value)
      return new Promise<void>((accept, refuse) => answers.push({ accept, refuse }))
    },
    tell: (state) => told.push(state),
    clock: () => 42,
  })
  const settle = () => vi.advanceTimersByTimeAsync(0)
  return { autosave, told, sent, answers, settle, last: () => told.at(-1) }
}

describe('autosave', () => {
  test('what is typed in one go is sent once, in its last form', async () => {
    const { autosave, sent, answers, last, settle } = fixture()
    autosave.change('a', 500)
    await vi.advanceTimersByTimeAsync(300)
    autosave.change('ab', 500)
    await vi.advanceTimersByTimeAsync(499)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toEqual(['ab'])
    expect(last()).toEqual({ kind: 'saving' })
    expect(autosave.isSettled()).toBe(false)
    answers[0]?.accept()
    await settle()
    expect(last()).toEqual({ kind: 'saved', at: 42 })
    expect(autosave.isSettled()).toBe(true)
  })

  test('a change made while a request is under way is sent after it, never beside it', async () => {
    const { autosave, sent, answers, told, settle } = fixture()
    autosave.change('first', 0)
    await settle()
    autosave.change('second', 0)
    await settle()
    expect(sent).toEqual(['first'])
    answers[0]?.accept()
    await settle()
    expect(sent).toEqual(['first', 'second'])
    expect(told.filter((state) => state.kind === 'saved')).toEqual([])
    answers[1]?.accept()
    await settle()
    expect(told.at(-1)).toEqual({ kind: 'saved', at: 42 })
  })

  test('what was refused is kept, and sent again when asked', async () => {
    const { autosave, sent, answers, last, settle } = fixture()
    autosave.change('kept', 0)
    await settle()
    const why = new Error('no connection')
    answers[0]?.refuse(why)
    await settle()
    expect(last()).toEqual({ kind: 'failed', problem: why })
    expect(autosave.isSettled()).toBe(false)
    autosave.flush()
    expect(sent).toEqual(['kept', 'kept'])
  })

  test('after a refusal the newer of two values is the one that is kept', async () => {
    const { autosave, sent, answers, settle } = fixture()
    autosave.change('old', 0)
    await settle()
    autosave.change('new', 10_000)
    answers[0]?.refuse(new Error('refused'))
    await settle()
    autosave.flush()
    expect(sent).toEqual(['old', 'new'])
  })

  test('leaving sends at once what waits, and nothing when nothing does', async () => {
    const { autosave, sent, answers, settle } = fixture()
    autosave.flush()
    expect(sent).toEqual([])
    autosave.change('typed', 800)
    autosave.flush()
    expect(sent).toEqual(['typed'])
    answers[0]?.accept()
    await settle()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent).toEqual(['typed'])
  })
})
