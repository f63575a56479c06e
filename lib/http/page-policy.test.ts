import { describe, expect, test } from 'vitest'
import { pagePolicy } from './page-policy'

const directives = (development: boolean): Record<string, string[]> =>
  Object.fromEntries(
    pagePolicy('bm9uY2U=', development)
      .split('; ')
      .map((line) => line.split(' '))
      .map(([name = '', ...sources]) => [name, sources]),
  )

describe('the policy of a page', () => {
  test('lets no script in without the nonce, and no handler in an attribute', () => {
    const { 'script-src': scripts, 'script-src-attr': handlers } = directives(false)
    expect(scripts).toEqual(["'self'", "'nonce-bm9uY2U='", "'strict-dynamic'"])
    expect(handlers).toEqual(["'none'"])
  })

  test('lets no style sheet in without the nonce', () => {
    expect(directives(false)['style-src']).toEqual(["'self'", "'nonce-bm9uY2U='"])
  })

  test('loads from, sends to and is framed by nobody else', () => {
    for (const [name, sources] of Object.entries(directives(false))) {
      for (const source of sources) expect(`${name} ${source}`).toMatch(/'[^']+'$|^img-src (data|blob):$/)
    }
    expect(directives(false)).toMatchObject({
      'default-src': ["'none'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
      'form-action': ["'self'"],
    })
  })

  test('evaluates code only while it is developed', () => {
    expect(pagePolicy('x', false)).not.toContain('unsafe-eval')
    expect(pagePolicy('x', true)).toContain('unsafe-eval')
  })
})
