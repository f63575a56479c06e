import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { reasonText } from './reasons'

const FOLDER = 'lib/access/policy'
const rego = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.rego') && !name.endsWith('_test.rego'))
  .map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'))
  .join('\n')
const codes = [...rego.matchAll(/^(?:denials|proofs_missing) contains "([^"]+)"/gm)].map((match) => match[1] ?? '')

describe('reasonText', () => {
  test('every reason the policy gives has a sentence', () => {
    expect(codes.length).toBeGreaterThan(10)
    expect(codes.filter((code) => reasonText(code).includes(`(${code})`))).toEqual([])
  })

  test('a reason of somebody else’s policy is shown as it is', () => {
    expect(reasonText('after-hours')).toBe('The access policy refuses this (after-hours).')
  })

  test('a code that every object happens to have is no reason of ours', () => {
    expect(reasonText('constructor')).toContain('(constructor)')
  })
})
