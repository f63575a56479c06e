import { expect, test } from 'vitest'
import { trustRuleOf } from './form-values'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('what is left empty is null, and what is not ticked is false', () => {
  expect(trustRuleOf(form({ name: ' builds ', jwksUrl: '', jwks: ' ' }))).toMatchObject({
    name: 'builds',
    issuer: '',
    jwksUrl: null,
    jwks: null,
    oneUse: false,
  })
})

test('keys are read as JSON, and kept as text when they are none', () => {
  expect(trustRuleOf(form({ jwks: '{"keys":[]}', oneUse: 'on' }))).toMatchObject({ jwks: { keys: [] }, oneUse: true })
  expect(trustRuleOf(form({ jwks: '{"keys":' }))).toMatchObject({ jwks: '{"keys":' })
})
