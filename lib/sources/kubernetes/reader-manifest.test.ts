import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { checksOf } from '@/lib/checks/registry'
import type { KubernetesSettings } from '@/lib/model/connection'
import { SERVICES } from './api-lists'
import { clusterClient } from './cluster-client'
import { record, records, texts } from './facts/json'
import { readerManifest } from './reader-manifest'
import { serviceSteps } from './service-steps'

const settings: KubernetesSettings = { credentials: 'kubeconfig', server: '', cluster: 'c', systemNamespaces: [] }
const client = clusterClient('https://127.0.0.1', () => Promise.reject(new Error('nothing is asked')))
const steps = SERVICES.flatMap((service) => serviceSteps(client, settings, service))

const objects = parseAllDocuments(readerManifest()).map((one) => record(one.toJS()))
const rules = records(objects.find(({ kind }) => kind === 'ClusterRole')?.rules)

test('what is shipped is what is made from the operations that are asked', () => {
  expect(readFileSync('deploy/kubernetes/reader.yaml', 'utf8')).toBe(readerManifest())
})

test('the role lists what the steps list and reads the metrics, and nothing else', () => {
  const granted = rules.flatMap(({ verbs, apiGroups, resources, nonResourceURLs }) => [
    ...texts(nonResourceURLs).map((url) => `${texts(verbs).join()} ${url}`),
    ...texts(apiGroups).flatMap((group) =>
      texts(resources).map((resource) => `${texts(verbs).join()} ${group === '' ? '' : `${group}/`}${resource}`),
    ),
  ])
  const asked = steps
    .map(({ operation }) => operation)
    .filter((one) => one.startsWith('list ') || one === 'get /metrics')
  expect(granted.sort()).toEqual(asked.sort())
})

test('secrets and configuration are in no rule, and every resource of a group in that of constraints alone', () => {
  expect(JSON.stringify(rules)).not.toMatch(/secrets|configmaps|watch|"get","|create/)
  const whole = rules.filter(({ resources }) => texts(resources).includes('*'))
  expect(whole.map(({ apiGroups }) => apiGroups)).toEqual([['constraints.gatekeeper.sh']])
})

test('every operation that a check needs is one that a step asks', () => {
  const asked = new Set(steps.map(({ operation }) => operation))
  const needed = checksOf('kubernetes').flatMap(({ operations, permissions }) => [...operations, ...permissions])
  expect(needed.filter((one) => !asked.has(one))).toEqual([])
})
