import { parseAllDocuments } from 'yaml'
import { READER, readerManifest } from '@/lib/sources/kubernetes/reader-manifest'
import type { KubeAdmin } from './kube-admin'

type Body = Record<string, unknown>

const SERVED_MS = 20_000
const POLL_MS = 50

/** Where objects of a kind are made; a namespace where the kind has one. */
const PLACES: Readonly<Record<string, readonly [api: string, resource: string]>> = {
  Namespace: ['/api/v1', 'namespaces'],
  Pod: ['/api/v1', 'pods'],
  ServiceAccount: ['/api/v1', 'serviceaccounts'],
  Secret: ['/api/v1', 'secrets'],
  NetworkPolicy: ['/apis/networking.k8s.io/v1', 'networkpolicies'],
  Role: ['/apis/rbac.authorization.k8s.io/v1', 'roles'],
  RoleBinding: ['/apis/rbac.authorization.k8s.io/v1', 'rolebindings'],
  ClusterRole: ['/apis/rbac.authorization.k8s.io/v1', 'clusterroles'],
  ClusterRoleBinding: ['/apis/rbac.authorization.k8s.io/v1', 'clusterrolebindings'],
  CustomResourceDefinition: ['/apis/apiextensions.k8s.io/v1', 'customresourcedefinitions'],
}

export function pathOf(kind: string, apiVersion: string, namespace?: string): string {
  const [api, resource] = PLACES[kind] ?? [`/apis/${apiVersion}`, pluralOf(kind)]
  return `${api}${namespace === undefined ? '' : `/namespaces/${namespace}`}/${resource}`
}

const pluralOf = (kind: string): string => kind.toLowerCase().replace(/y$/, 'ie').concat('s')

/** `namespace/name`, or a name alone. */
export async function put(
  admin: KubeAdmin,
  kind: string,
  id: string,
  body: Body = {},
  labels: Body = {},
): Promise<void> {
  const [namespace, name] = id.includes('/') ? id.split('/') : [undefined, id]
  const apiVersion = typeof body.apiVersion === 'string' ? body.apiVersion : apiVersionOf(kind)
  await admin.put(pathOf(kind, apiVersion, namespace), {
    ...body,
    apiVersion,
    kind,
    metadata: { name, namespace, labels },
  })
}

const apiVersionOf = (kind: string): string => (PLACES[kind]?.[0] ?? '').replace(/^\/apis?\//, '')

export const container = (name: string, more: Body = {}): Body => ({ name, image: 'example.org/none', ...more })

/** A pod that a Deployment stands behind, which no controller ever made. */
export const putPod = (admin: KubeAdmin, id: string, spec: Body = {}, labels: Body = {}): Promise<void> =>
  put(admin, 'Pod', id, { spec: { containers: [container('main')], ...spec } }, { app: id.split('/')[1], ...labels })

/** A resource definition that keeps whatever it is given, as short as one can be. */
export async function define(admin: KubeAdmin, group: string, version: string, kind: string, scope: string) {
  const plural = pluralOf(kind)
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } }
  const versions = [{ name: version, served: true, storage: true, schema }]
  await put(admin, 'CustomResourceDefinition', `${plural}.${group}`, {
    spec: { group, scope, versions, names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` } },
  })
  const until = performance.now() + SERVED_MS
  for (;;) {
    const { status } = await admin.send('GET', `/apis/${group}/${version}/${plural}`)
    if (status === 200) return
    if (performance.now() > until) throw new Error(`${plural}.${group} is not served`)
    await new Promise((done) => setTimeout(done, POLL_MS))
  }
}

/** Applies what is shipped for readers and has the cluster make a token of theirs, as kubectl would. */
export async function readerToken(admin: KubeAdmin): Promise<string> {
  for (const document of parseAllDocuments(readerManifest())) {
    const { kind, apiVersion, metadata, ...rest } = document.toJS() as Body & { kind: string; apiVersion: string }
    const { namespace } = metadata as { namespace?: string }
    await admin.put(pathOf(kind, apiVersion, namespace), { kind, apiVersion, metadata, ...rest })
  }
  const path = `/api/v1/namespaces/${READER.namespace}/serviceaccounts/${READER.account}/token`
  const { body } = await admin.send('POST', path, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: {},
  })
  return (body.status as { token: string }).token
}
