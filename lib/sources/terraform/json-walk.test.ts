import { describe, expect, test } from 'vitest'
import { bytesOf } from '@/lib/testing/terraform'
import { walkJson } from './json-walk'

const LIMITS = { depth: 20, valueBytes: 200, stringBytes: 500, keptBytes: 1000 }

/** What a visitor that holds the members of `kept` and of the items of `list` is given. */
async function walk(text: string, size = 7) {
  const values: [string, unknown][] = []
  const visitor = {
    want: ([top, , ...rest]: readonly (string | number)[]) =>
      top === 'kept' ? ('keep' as const) : top === 'list' ? (rest.length > 0 ? 'keep' : 'enter') : ('skip' as const),
    value: (path: readonly (string | number)[], value: unknown) => void values.push([path.join('.'), value]),
    leave: () => {},
  } as const
  await walkJson(bytesOf(text, size), visitor, LIMITS)
  return values
}

const refusal = (text: string, size?: number): Promise<string> =>
  walk(text, size).then(
    () => 'taken',
    (error: Error) => error.message,
  )

describe('values', () => {
  test.each([1, 3, 1000])('are what JSON.parse says, however the text is cut (%i)', async (size) => {
    const kept = { a: [1, -2.5e3, true, null, 'é\n"\u{1f600}', []], b: { c: {} }, '': 0 }
    const document = { skipped: { kept: 1 }, kept, list: [{ x: [1], y: 'z' }, {}, 5] }
    expect(await walk(JSON.stringify(document, null, 1), size)).toEqual([
      ['kept', kept],
      ['list.0.x', [1]],
      ['list.0.y', 'z'],
      ['list.2', 5],
    ])
  })

  test('a member called __proto__ reaches no prototype', async () => {
    const [[, value] = []] = await walk('{"kept": {"__proto__": {"polluted": true}, "a": 1}}')
    expect(value).toEqual({ a: 1 })
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})

describe('what is not one JSON document is refused', () => {
  const whole = '{"kept": {"a": [1, 2]}, "list": [{"x": "y"}], "other": {"z": null}}'

  test('cut off at any byte', async () => {
    for (let length = 1; length < whole.length; length += 1)
      expect(await refusal(whole.slice(0, length)), whole.slice(0, length)).toContain('ends too early')
    expect(await refusal(whole)).toBe('taken')
  })

  test.each([
    ['nothing', '', 'empty'],
    ['other text', 'terraform', 'not JSON'],
    ['a missing comma', '{"a": 1 "b": 2}', 'comma'],
    ['a bracket of the other kind', '{"a": [1}', 'bracket'],
    ['a missing value', '{"a": }', 'value is missing'],
    ['a trailing comma', '{"a": 1,}', 'name is missing'],
    ['a missing colon', '{"a" 1}', 'colon'],
    ['a second document', '{"a": 1} {"b": 2}', 'follows its end'],
    ['a name that stands twice', '{"kept": 1, "kept": 2}', 'stands twice'],
    ['nesting without end', `{"a": ${'['.repeat(30)}`, 'nested too deep'],
    ['a kept value that is too large', `{"kept": [${'"0123456789",'.repeat(50)}1]}`, 'too large'],
    ['kept values that are too much together', `{"list": [${'{"x": [1234567890]},'.repeat(200)}{}]}`, 'too much'],
    [
      'an object of members without end',
      `{"list": [{${Array.from({ length: 100_002 }, (_, i) => `"${i}":1`).join()}}]}`,
      'too many members',
    ],
    ['a text without end', `{"a": "${'x'.repeat(2000)}`, 'too long'],
  ])('%s', async (_, text, reason) => expect(await refusal(text)).toContain(reason))

  test('and no value of the file is quoted', async () => {
    const secret = 'canary-7f3a'
    for (const text of [`{"${secret}": ["${secret}" "${secret}"]}`, `{"kept": {"${secret}": "${secret}`])
      expect(await refusal(text)).not.toContain(secret)
  })
})
