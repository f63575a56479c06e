import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { KubernetesSettings } from '@/lib/model/connection'
import { credentialOf } from './credential'

const SERVER = 'https://cluster.example:6443'
const kubeconfig: KubernetesSettings = { credentials: 'kubeconfig', server: SERVER, cluster: 'c', systemNamespaces: [] }
const secret = { server: SERVER, ca: null, token: 'abc', certificate: null, servername: null }

test('a kubeconfig’s credential is for the server it was given with, and for no other', async () => {
  expect(await credentialOf(kubeconfig, JSON.stringify(secret))()).toMatchObject({ token: 'abc' })
  const elsewhere = { ...kubeconfig, server: 'https://attacker.example' }
  expect(() => credentialOf(elsewhere, JSON.stringify(secret))).toThrow('another server')
})

test.each([null, '', 'abc', '{}', JSON.stringify({ ...secret, exec: 'aws' })])('%j is no secret of ours', (given) => {
  expect(() => credentialOf(kubeconfig, given)).toThrow('no usable kubeconfig')
})

test('a pod’s token is read anew each time, because it is replaced while we run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pod-'))
  const write = (token: string) => writeFileSync(join(folder, 'token'), `${token}\n`)
  writeFileSync(join(folder, 'ca.crt'), 'the authority')
  write('first')
  const credential = credentialOf({ ...kubeconfig, credentials: 'in-cluster' }, null, folder)
  expect(await credential()).toMatchObject({ token: 'first', ca: 'the authority' })
  write('second')
  expect(await credential()).toMatchObject({ token: 'second' })
  rmSync(folder, { recursive: true })
  await expect(credential()).rejects.toMatchObject({ code: 'unavailable' })
})
