import { createPrivateKey, X509Certificate } from 'node:crypto'
import { parseDocument } from 'yaml'
import { AppError } from '@/lib/kernel/app-error'
import { outboundUrl } from '@/lib/sources/outbound/outbound-url'
import type { ClusterSecret } from './credential'
import { type Json, record, records, text } from './facts/json'
import { REFUSED_OF_CLUSTER, REFUSED_OF_USER } from './refused-fields'

const LONGEST = 256 * 1024

const refused = (field: string, reason: string): AppError =>
  new AppError('invalid', {
    detail: `The kubeconfig cannot be used: ${field} ${reason}.`,
    problems: [{ field, reason }],
  })

/**
 * Reads the current context of a kubeconfig (YAML or JSON). Only what works without running a program or reading a file is
 * taken: a token, or a client certificate with its key, and the authority, each written in it. `server` and `cluster` are
 * for the settings, `secret` is to be sealed. Throws `invalid` that names the field and never quotes a value.
 */
export function readKubeconfig(given: string): { server: string; cluster: string; secret: string } {
  const config = parsed(given)
  const current = text(config['current-context'])
  if (!current) throw refused('current-context', 'is missing')
  const context = named(config, 'contexts', current, 'context')
  const [clusterName, userName] = [text(context.cluster) ?? '', text(context.user) ?? '']
  const cluster = named(config, 'clusters', clusterName, 'cluster')
  const user = named(config, 'users', userName, 'user')
  for (const [fields, of] of [
    [REFUSED_OF_CLUSTER, cluster],
    [REFUSED_OF_USER, user],
  ] as const)
    for (const [field, reason] of Object.entries(fields)) if (isGiven(of[field])) throw refused(field, reason)
  const server = serverOf(cluster)
  const secret: ClusterSecret = { server, ca: authorityOf(cluster), ...proofOf(user), servername: serverName(cluster) }
  return { server, cluster: clusterName, secret: JSON.stringify(secret) }
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== false && value !== ''

function parsed(given: string): Json {
  if (given.length > LONGEST) throw refused('the file', 'is larger than 256 KiB')
  // Anchors and tags are no part of any kubeconfig, and a way to make a small file large.
  const document = parseDocument(given, { merge: false, schema: 'core', logLevel: 'silent' })
  if (document.errors.length > 0) throw refused('the file', 'is not valid YAML')
  let config: Json
  try {
    config = record(document.toJS({ maxAliasCount: 0 }))
  } catch {
    throw refused('the file', 'uses YAML aliases')
  }
  if (config.kind !== 'Config') throw refused('kind', 'must be Config')
  return config
}

/** The one entry of that name; of two, nobody could say which is meant. */
function named(config: Json, field: string, name: string, kind: string): Json {
  const found = records(config[field]).filter((one) => one.name === name)
  if (name === '' || found.length === 0) throw refused(field, `has no ${kind} that the current context names`)
  if (found.length > 1) throw refused(field, `has two entries of the ${kind} that the current context names`)
  return record(found[0]?.[kind])
}

function serverOf(cluster: Json): string {
  const server = text(cluster.server)
  if (!server) throw refused('server', 'is missing')
  if (!server.startsWith('https://')) throw refused('server', 'must begin with https://')
  const url = outboundUrl(server)
  if (url.search !== '' || url.hash !== '') throw refused('server', 'must not have a query or a fragment')
  return server.replace(/\/+$/, '')
}

function serverName(cluster: Json): string | null {
  const name = text(cluster['tls-server-name'])
  if (name !== null && !/^[a-z0-9.-]{1,253}$/i.test(name)) throw refused('tls-server-name', 'is not a host name')
  return name
}

function authorityOf(cluster: Json): string | null {
  if (!isGiven(cluster['certificate-authority-data'])) return null
  return certificate(cluster, 'certificate-authority-data')
}

function proofOf(user: Json): Pick<ClusterSecret, 'token' | 'certificate'> {
  const token = text(user.token)
  if (token !== null && !/^[\x21-\x7e]{1,65536}$/.test(token)) throw refused('token', 'is not a token')
  const [hasCert, hasKey] = [isGiven(user['client-certificate-data']), isGiven(user['client-key-data'])]
  if (hasCert !== hasKey) throw refused(hasCert ? 'client-key-data' : 'client-certificate-data', 'is missing')
  if (token === null && !hasCert) throw refused('user', 'has neither a token nor a client certificate')
  if (!hasCert) return { token, certificate: null }
  return { token, certificate: { cert: certificate(user, 'client-certificate-data'), key: privateKey(user) } }
}

function certificate(of: Json, field: string): string {
  const pem = Buffer.from(text(of[field]) ?? '', 'base64').toString('utf8')
  try {
    void new X509Certificate(pem)
    return pem
  } catch {
    throw refused(field, 'is not a PEM certificate in base64')
  }
}

function privateKey(user: Json): string {
  const pem = Buffer.from(text(user['client-key-data']) ?? '', 'base64').toString('utf8')
  try {
    createPrivateKey(pem)
    return pem
  } catch {
    // The cause may quote the key.
    throw refused('client-key-data', 'is not a PEM key in base64')
  }
}
