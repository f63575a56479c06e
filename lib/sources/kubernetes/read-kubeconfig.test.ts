import { beforeEach, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { selfSigned } from '@/lib/testing/self-signed'
import { readKubeconfig } from './read-kubeconfig'

const held = selfSigned('cluster.example')
const base64 = (text: string) => Buffer.from(text).toString('base64')
const TOKEN = 'eyJhbGciOi.not-a-real.token'

type Fields = Record<string, unknown>
const config = (cluster: Fields = {}, user: Fields = { token: TOKEN }, more: Fields = {}): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'here',
    contexts: [{ name: 'here', context: { cluster: 'prod', user: 'reader' } }],
    clusters: [{ name: 'prod', cluster: { server: 'https://cluster.example:6443/', ...cluster } }],
    users: [{ name: 'reader', user }],
    ...more,
  })

function fault(text: string): string {
  try {
    readKubeconfig(text)
    return 'read'
  } catch (error) {
    return error instanceof AppError ? `${error.problems[0]?.field}: ${error.detail}` : `threw ${error}`
  }
}

beforeEach(() => void overrideEnv({ outboundAllow: [] }))

test('gives the server and its name, and keeps the rest as a secret that belongs to that server', () => {
  const read = readKubeconfig(config({ 'certificate-authority-data': base64(held.cert) }))
  expect(read).toMatchObject({ server: 'https://cluster.example:6443', cluster: 'prod' })
  expect(JSON.parse(read.secret)).toEqual({
    server: 'https://cluster.example:6443',
    ca: held.cert,
    token: TOKEN,
    certificate: null,
    servername: null,
  })
})

test('a client certificate with its key is as good as a token; YAML as good as JSON', () => {
  const user = { 'client-certificate-data': base64(held.cert), 'client-key-data': base64(held.key) }
  expect(JSON.parse(readKubeconfig(config({}, user)).secret)).toMatchObject({ certificate: held, token: null })
  const yaml = `kind: Config\ncurrent-context: a\ncontexts: [{name: a, context: {cluster: c, user: u}}]
clusters: [{name: c, cluster: {server: "https://cluster.example"}}]\nusers: [{name: u, user: {token: abc}}]`
  expect(readKubeconfig(yaml).server).toBe('https://cluster.example')
})

test.each([
  ['exec', { token: TOKEN, exec: { command: 'aws' } }],
  ['auth-provider', { 'auth-provider': { name: 'gcp' } }],
  ['tokenFile', { tokenFile: '/var/run/token' }],
  ['client-certificate', { 'client-certificate': '/etc/cert' }],
  ['client-key', { 'client-certificate-data': base64(held.cert), 'client-key': '/etc/key' }],
  ['password', { password: 'hunter2' }],
  ['as', { token: TOKEN, as: 'root' }],
])('%s of a user is refused by name', (field, user) => {
  expect(fault(config({}, user))).toMatch(new RegExp(`^${field}: The kubeconfig cannot be used: ${field} `))
})

test.each([
  ['insecure-skip-tls-verify', { 'insecure-skip-tls-verify': true }],
  ['certificate-authority', { 'certificate-authority': '/etc/ca.crt' }],
  ['proxy-url', { 'proxy-url': 'http://10.0.0.1' }],
  ['server', { server: 'http://cluster.example' }],
  ['server', { server: '' }],
  ['certificate-authority-data', { 'certificate-authority-data': base64('no certificate') }],
  ['tls-server-name', { 'tls-server-name': 'a b' }],
])('%s of a cluster is refused: %j', (field, cluster) => {
  expect(fault(config(cluster))).toMatch(new RegExp(`^${field}: `))
})

test.each([
  ['current-context', config({}, { token: TOKEN }, { 'current-context': '' })],
  ['contexts', config({}, { token: TOKEN }, { 'current-context': 'elsewhere' })],
  ['users', config({}, { token: TOKEN }, { users: [] })],
  ['clusters', config({}, { token: TOKEN }, { clusters: [1, 2].map(() => ({ name: 'prod', cluster: {} })) })],
  ['kind', '{}'],
  ['kind', 'just text'],
  ['the file', '{ unclosed'],
  ['the file', `kind: Config\na: &a [1]\nb: *a\n`],
  ['the file', ' '.repeat(300_000)],
  ['user', config({}, {})],
  ['token', config({}, { token: 'two\nlines' })],
  ['client-key-data', config({}, { 'client-certificate-data': base64(held.cert) })],
  ['client-key-data', config({}, { 'client-certificate-data': base64(held.cert), 'client-key-data': base64('x') })],
])('what does not say %s plainly is refused', (field, text) => {
  expect(fault(text)).toMatch(new RegExp(`^${field}: `))
})

test('no refusal quotes a value', () => {
  const user = { token: TOKEN, password: 'hunter2', 'client-key-data': base64('hunter3') }
  expect(fault(config({ 'certificate-authority-data': 'hunter4' }, user))).not.toMatch(/hunter|eyJ|aHVudGVy/)
})

test('a server on a private address needs the operator’s word', () => {
  expect(fault(config({ server: 'https://10.0.0.1:6443' }))).toContain('PROOFLINE_OUTBOUND_ALLOW')
  overrideEnv({ outboundAllow: ['10.0.0.0/8'] })
  expect(fault(config({ server: 'https://10.0.0.1:6443' }))).toBe('read')
})
