import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { authOptions } from './options'
import { sealSession, sessionCookie, setSessionCookie, unsealSession } from './session-cookie'

const origin = { address: null, userAgent: null, devicePosture: null } as const
const ownCookies = () => Object.values(authOptions({ origin, cookie: undefined, party: null }).cookies ?? {})

describe('over https', () => {
  beforeEach(() => overrideEnv({ url: 'https://proofline.example' }))

  test('the session’s cookie is bound to the host, closed to scripts and not sent along by other sites', () => {
    const [pair, ...flags] = setSessionCookie('value').split('; ')
    expect(pair).toBe('__Host-proofline-session=value')
    expect(flags).toEqual(expect.arrayContaining(['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']))
    expect(flags.join()).not.toMatch(/domain/i)
  })
  test('so are all that single sign-on sets', () => {
    const cookies = ownCookies()
    expect(cookies).toHaveLength(6)
    for (const { name, options } of cookies) {
      expect(name).toMatch(/^__Host-proofline-/)
      expect(options).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' })
      expect(options).not.toHaveProperty('domain')
    }
  })
})

test('over plain http on a laptop browsers would drop those names, so they are left out and all else stays', () => {
  overrideEnv({ url: 'http://localhost:3000' })
  expect(sessionCookie()).toBe('proofline-session')
  expect(setSessionCookie('value')).toMatch(/; HttpOnly; SameSite=Lax/)
  expect(setSessionCookie('value')).not.toContain('Secure')
  for (const { name, options } of ownCookies()) {
    expect(name).toMatch(/^proofline-/)
    expect(options).toMatchObject({ secure: false, httpOnly: true, sameSite: 'lax' })
  }
})

test('what the cookie carries cannot be read without the key', async () => {
  overrideEnv({ keys: [randomBytes(32)] })
  const value = await sealSession('0199-session', '0199-person')
  expect(Buffer.from(value, 'base64url').toString()).not.toContain('0199')
  expect(await unsealSession(value)).toEqual({ sessionId: '0199-session', userId: '0199-person' })
  overrideEnv({ keys: [randomBytes(32)] })
  expect(await unsealSession(value)).toBeNull()
})
