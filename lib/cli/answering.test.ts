import { resolve } from 'node:path'
import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { env } from '@/lib/env'
import { answering, optionsOf, withCommonOptions } from './answering'

const parsed = (...args: string[]) => {
  const command = withCommonOptions(new Command('probe'))
    .option('--port <n>')
    .option('--dry-run')
    .action(() => {})
  command.parse(args, { from: 'user' })
  return command
}
const Schema = z.object({ port: z.coerce.number().max(10).optional(), dryRun: z.boolean().default(false) })

describe('options of a command', () => {
  test('its own are checked, and --json is there', () => {
    expect(optionsOf(parsed('--port', '7', '--json'), Schema)).toEqual({ port: 7, dryRun: false, json: true })
  })

  test('a bad one is refused by the name that was typed', () => {
    const wrong = z.object({ dryRun: z.string('must be text') })
    expect(() => optionsOf(parsed('--dry-run'), wrong)).toThrow('Some options are not valid.')
    try {
      optionsOf(parsed('--dry-run'), wrong)
    } catch (error) {
      expect(error).toMatchObject({ problems: [{ field: '--dry-run', reason: 'must be text' }] })
    }
  })

  test('--data moves everything that is kept', () => {
    optionsOf(parsed('--data', 'somewhere'), Schema)
    expect(env().dataDir).toBe(resolve('somewhere'))
  })
})

describe('answering', () => {
  test('positional arguments reach the work in their order', async () => {
    const command = new Command('probe').argument('<file>').argument('[rest...]')
    let seen: readonly string[] = []
    answering(command, z.object({}), async (_options, args) => {
      seen = args
      throw new Error('stop here')
    })
    await expect(command.parseAsync(['a.csv', 'b', 'c'], { from: 'user' })).rejects.toThrow('stop here')
    expect(seen[0]).toBe('a.csv')
  })
})
