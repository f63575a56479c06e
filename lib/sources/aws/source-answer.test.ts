import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/kernel/app-error'
import { toSourceError } from './source-answer'

const OPERATION = 's3:GetBucketPolicy'
const told = (name: string, status: number | null, message = '', more: object = {}) =>
  toSourceError(
    Object.assign(new Error(message), { name, $metadata: status === null ? {} : { httpStatusCode: status }, ...more }),
    OPERATION,
  )
const syntax = (body: string, status: number) =>
  toSourceError(
    Object.assign(new SyntaxError('bad'), { $responseBodyText: body, $metadata: { httpStatusCode: status } }),
    OPERATION,
  )

describe('why an operation did not answer', () => {
  test.each([
    ['AccessDenied', 403, 'denied'],
    ['UnauthorizedOperation', 403, 'denied'],
    ['ExpiredTokenException', 400, 'denied'],
    ['CredentialsProviderError', null, 'denied'],
    ['SomethingNew', 403, 'denied'],
    ['RequestLimitExceeded', 503, 'unavailable'],
    ['ThrottlingException', 400, 'unavailable'],
    ['SlowDown', 503, 'unavailable'],
    ['InternalFailure', 500, 'unavailable'],
    ['TimeoutError', null, 'unavailable'],
    ['InvalidAction', 400, 'unsupported'],
    ['NotImplemented', 501, 'unsupported'],
    ['UnknownError', 404, 'unsupported'],
  ] as const)('%s with status %s is %s', (name, status, unread) => {
    expect(told(name, status)).toMatchObject({ unread, operation: OPERATION })
  })

  test.each(['ECONNRESET', 'ENOTFOUND', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'DEPTH_ZERO_SELF_SIGNED_CERT'])(
    'a socket that ends with %s is unavailable, and tells nothing of the network',
    (code) => {
      const error = Object.assign(new Error(`${code} 10.1.2.3:443`), { code })
      expect(toSourceError(error, OPERATION)).toMatchObject({ unread: 'unavailable', code })
      expect(toSourceError(error, OPERATION).message).not.toContain('10.1.2.3')
    },
  )

  test('a page for people is unsupported, unless a gateway says that the server will be back', () => {
    expect(syntax('<!doctype html><title>404</title>', 404).unread).toBe('unsupported')
    expect(syntax('<html>', 500).unread).toBe('unsupported')
    expect(syntax('<html>', 503).unread).toBe('unavailable')
    expect(syntax('{"Keys": [', 200).unread).toBe('unavailable')
  })

  test('a connection that our own guard refuses is denied, in its words', () => {
    const refused = new AppError('invalid', { detail: 'Connections to x are refused.', reason: 'x is 10.1.2.3' })
    expect(toSourceError(refused, OPERATION)).toMatchObject({
      unread: 'denied',
      message: 'Connections to x are refused.',
    })
  })
})

describe('the message', () => {
  test('is one line of at most 300 characters, without requests and secrets', () => {
    const told1 = told(
      'AccessDenied',
      403,
      `User is refused 5f0c3f0a-6c1a-4f0e-9b7e-0d7f6f1c2a3b\nEncoded: ${'x'.repeat(900)}`,
    )
    expect(told1.message).toBe('User is refused …')
    expect(told('AccessDenied', 403, 'x y '.repeat(200)).message).toHaveLength(300)
    expect(told('AccessDenied', 403, 'the key AKIAIOSFODNN7EXAMPLE is off').message).not.toContain('AKIA')
  })

  test('carries how long the source asks us to wait', () => {
    expect(told('TooManyRequests', 429, '', { $response: { headers: { 'retry-after': '7' } } }).retryAfterMs).toBe(7000)
    expect(told('TooManyRequests', 429).retryAfterMs).toBeNull()
  })
})
