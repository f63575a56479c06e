import { describe, expect, test } from 'vitest'
import { Email } from './email'

const refusal = (text: string): string | undefined => Email.safeParse(text).error?.issues[0]?.message

describe('an e-mail address', () => {
  test('has one spelling, whatever was typed', () => {
    expect(Email.parse('  Ada.Ruiz+audit@Example.TEST ')).toBe('ada.ruiz+audit@example.test')
  })

  test.each([
    ['a Cyrillic letter', 'аda@example.test', '"а" (U+0430)'],
    ['a Greek letter in the domain', 'ada@exαmple.test', '"α" (U+03B1)'],
    ['a full-width letter', 'ａda@example.test', '"ａ" (U+FF41)'],
    ['a Kelvin sign, which lower case would turn into a k', '\u212Aim@example.test', '"\u212A" (U+212A)'],
    ['a letter beyond the first plane', '𝐚da@example.test', '(U+1D41A)'],
    ['a space of no width', 'ad\u200Ba@example.test', 'U+200B'],
    ['a direction that turns around', 'ada@\u202Eexample.test', 'U+202E'],
  ])('with %s is refused and the character is named', (_, text, named) => {
    expect(refusal(text)).toContain(named)
    expect(refusal(text)).toContain('not an ASCII character')
  })

  test.each([
    'ada',
    'ada@',
    '@example.test',
    'a b@example.test',
    'ada@example',
    'ada@@example.test',
    'ada@exa\tmple.test',
  ])('%j is none', (text) => expect(refusal(text)).toBeDefined())

  test('is no longer than mail allows', () => {
    expect(refusal(`${'a'.repeat(250)}@example.test`)).toContain('254')
  })

  test('in the ASCII form of another alphabet looks like nothing else and is taken', () => {
    expect(Email.parse('ada@xn--exmple-cua.test')).toBe('ada@xn--exmple-cua.test')
  })
})
