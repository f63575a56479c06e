import { describe, expect, test } from 'vitest'
import { believedAddress } from './believed-address'

const believed = (email: unknown, verified: unknown = true, domains: string[] = []) =>
  believedAddress({ email, email_verified: verified }, domains)

describe('an address a provider vouches for', () => {
  test.each(['ada@contoso.example', 'ada.lovelace+proofline@mail.contoso.example', "o'hara@contoso.example"])(
    '%s is believed',
    (email) => expect(believed(email)).toBe(email),
  )
  test('is one address however it is written in capitals', () => {
    expect(believed('Ada@CONTOSO.example')).toBe('ada@contoso.example')
  })
  test.each([false, 'true', 1, null, undefined])('is not believed when verified is %j', (verified) => {
    expect(believedAddress({ email: 'ada@contoso.example', email_verified: verified }, [])).toBeNull()
  })
  test.each([
    ['a Cyrillic letter in the name', 'аda@contoso.example'],
    ['a Cyrillic letter in the domain', 'ada@cоntoso.example'],
    ['full-width letters', 'ａｄａ@contoso.example'],
    ['punycode', 'ada@xn--cntoso-2yf.example'],
    ['punycode in the top domain', 'ada@contoso.xn--p1ai'],
    ['a Kelvin sign that lower-cases to k', 'mar\u212a@contoso.example'],
    ['a quoted local part', '"ada"@contoso.example'],
    ['a quoted @', '"ada@contoso.example"@evil.example'],
    ['two @', 'ada@contoso.example@evil.example'],
    ['an invisible character', 'ada\u200b@contoso.example'],
    ['a comment', 'ada(comment)@contoso.example'],
    ['a line break', 'ada@contoso.example\nbcc: eve@evil.example'],
    ['a space', ' ada@contoso.example'],
    ['an address literal', 'ada@[192.0.2.1]'],
    ['a numeric host', 'ada@192.0.2.1'],
    ['no dot', 'ada@localhost'],
    ['an empty label', 'ada@contoso..example'],
    ['a dot at the end', 'ada@contoso.example.'],
    ['dots in a row', 'ada..l@contoso.example'],
    ['a long name', `${'a'.repeat(65)}@contoso.example`],
    ['a long address', `ada@${'a.'.repeat(130)}example`],
  ])('with %s is not', (_, email) => expect(believed(email)).toBeNull())
  test.each([undefined, null, 7, ['ada@contoso.example'], { toString: () => 'ada@contoso.example' }])(
    'that is no text is not: %j',
    (email) => expect(believedAddress({ email, email_verified: true }, [])).toBeNull(),
  )
  test('is believed of the domains a provider was given alone, and not of names below them', () => {
    expect(believed('ada@contoso.example', true, ['contoso.example'])).toBe('ada@contoso.example')
    expect(believed('ada@fabrikam.example', true, ['contoso.example'])).toBeNull()
    expect(believed('ada@sub.contoso.example', true, ['contoso.example'])).toBeNull()
    expect(believed('ada@evilcontoso.example', true, ['contoso.example'])).toBeNull()
  })
})
