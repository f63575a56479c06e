import { describe, expect, test } from 'vitest'
import { type Undo, untilStopped } from './until-stopped'

describe('untilStopped', () => {
  test('undoes everything, last first, and gives the code of the work', async () => {
    const undone: number[] = []
    const code = await untilStopped(async (undo) => {
      for (const step of [1, 2, 3]) undo(async () => undone.push(step))
      return 7
    })
    expect([code, undone]).toEqual([7, [3, 2, 1]])
  })

  test('undoes what was done before a failure, which is passed on', async () => {
    const undone: number[] = []
    const work = untilStopped(async (undo) => {
      undo(async () => undone.push(1))
      throw new Error('broken')
    })
    await expect(work).rejects.toThrow('broken')
    expect(undone).toEqual([1])
  })

  test('one step that cannot be undone is told and does not keep the others', async () => {
    const undone: number[] = []
    const told: string[] = []
    const work = async (undo: Undo) => {
      undo(async () => undone.push(1))
      undo(() => Promise.reject(new Error('stuck')))
      return 0
    }
    await untilStopped(work, (line) => told.push(line))
    expect([undone, told.join()]).toEqual([[1], expect.stringContaining('stuck')])
  })

  test('a signal ends work that never ends by itself, and that is success', async () => {
    let undone = false
    const code = untilStopped((undo) => {
      undo(async () => {
        undone = true
      })
      process.emit('SIGHUP')
      return new Promise(() => {})
    })
    process.emit('SIGHUP')
    expect([await code, undone]).toEqual([0, true])
  })
})
