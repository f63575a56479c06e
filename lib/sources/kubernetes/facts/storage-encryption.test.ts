import { expect, test } from 'vitest'
import { isApiServerPage, storageEncryption } from './storage-encryption'

const NAME = 'apiserver_storage_transformation_operations_total'
const sample = (resource: string, type: string, prefix: string, value = 1) =>
  `${NAME}{resource="${resource}",status="OK",transformation_type="${type}",transformer_prefix="${prefix}"} ${value}`
const page = (...lines: string[]) =>
  ['# HELP x', 'apiserver_request_total{code="200"} 7', `# TYPE ${NAME} counter`, ...lines].join('\n')

test('says what was written and read with which provider, each once and without how often', () => {
  const told = storageEncryption(
    page(
      sample('secrets', 'to_storage', 'k8s:enc:aescbc:v1:'),
      sample('secrets', 'to_storage', 'k8s:enc:aescbc:v1:', 40).replace('OK', 'Unknown'),
      sample('secrets', 'from_storage', 'identity'),
    ),
  )
  expect(told).toEqual([
    { resource: 'secrets', direction: 'written', prefix: 'k8s:enc:aescbc:v1:' },
    { resource: 'secrets', direction: 'read', prefix: 'identity' },
  ])
})

test('a write without a prefix is one in the clear', () =>
  expect(storageEncryption(page(sample('secrets', 'to_storage', '')))).toEqual([
    { resource: 'secrets', direction: 'written', prefix: 'identity' },
  ]))

test('names of keys, and what never happened, are left out', () =>
  expect(
    storageEncryption(
      page(sample('secrets', 'to_storage', 'key-of-ann:'), sample('x', 'to_storage', 'k8s:enc:kms:v2:', 0)),
    ),
  ).toEqual([]))

test('an older server does not say of what', () => {
  const old = `${NAME}{status="OK",transformation_type="to_storage",transformer_prefix="k8s:enc:kms:v1:"} 3`
  expect(storageEncryption(page(old))).toMatchObject([{ resource: '' }])
})

test('another page, such as that of a proxy, is not taken for an API server’s', () => {
  expect(isApiServerPage(page())).toBe(true)
  expect(isApiServerPage('<html>ok</html>')).toBe(false)
})
