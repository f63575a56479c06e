import { unstable_doesMiddlewareMatch, unstable_getResponseFromNextConfig } from 'next/experimental/testing/server'
import { describe, expect, test } from 'vitest'
import nextConfig from '@/next.config'
import { config } from '@/proxy'

const headersOf = async (path: string) =>
  (await unstable_getResponseFromNextConfig({ url: `https://proofline.example${path}`, nextConfig })).headers
const hasPagePolicy = (path: string) =>
  unstable_doesMiddlewareMatch({ config, nextConfig, url: `https://proofline.example${path}` })

describe.each(['/_next/static/chunks/a-1.js', '/_next/static/css/a.css', '/_next/image?url=x', '/icon.svg'])(
  'the file %s',
  (path) => {
    test('can be neither framed nor sniffed', async () => {
      const headers = await headersOf(path)
      expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    })
    test('has one policy', () => expect(hasPagePolicy(path)).toBe(false))
  },
)

test('data has a policy that loads nothing', async () => {
  expect((await headersOf('/api/v1/portfolio')).get('content-security-policy')).toContain("default-src 'none'")
  expect(hasPagePolicy('/api/v1/portfolio')).toBe(false)
})

// Each begins like a file or like the API, and is a page, or a page that says that there is none.
test.each([
  '/',
  '/portfolio',
  '/sign-in',
  '/apple-icon.png',
  '/favicon.ico',
  '/icon',
  '/icon-works/incidents',
  '/fonts/members',
  '/api-works',
  '/_next/static-works',
  '/icon.svg/members',
])('%s has the policy of pages, with a nonce of its own', async (path) => {
  expect(hasPagePolicy(path)).toBe(true)
  expect((await headersOf(path)).get('content-security-policy')).toBeNull()
})
