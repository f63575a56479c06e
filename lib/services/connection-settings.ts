import { webIdentity } from '@/lib/env/web-identity'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { ConnectionSettings } from '@/lib/model/connection'
import type { ChangedSettings, GivenSettings } from '@/lib/model/connection-input'
import { AWS_SERVICES, isAwsService } from '@/lib/sources/aws/service'
import { requireReachableAddress } from './reachable-address'

/** Credentials of the machine that Proofline runs on, which belong to no organization. */
const MACHINES_OWN = ['ambient', 'in-cluster']
const ASSUMING = ['role', 'web-identity']
const IN_CLUSTER = 'https://kubernetes.default.svc'

/** Whether a connection reads with what the machine itself may do. */
const isMachinesOwn = (settings: ConnectionSettings): boolean =>
  'credentials' in settings && MACHINES_OWN.includes(settings.credentials)

/**
 * The settings of a new connection. Only the machine's owner may let it use the machine's own credentials or name an
 * external id; everybody else is given one that no other connection has, so that a role that asks for it cannot be assumed
 * on behalf of somebody else (the confused deputy). Throws `invalid`, naming the field.
 */
export async function newSettings(actor: Actor, given: GivenSettings): Promise<ConnectionSettings> {
  const isOwner = actor.kind === 'operator'
  if ('credentials' in given && MACHINES_OWN.includes(given.credentials) && !isOwner) {
    throw refused('settings.credentials', 'is for the machine’s owner alone, on its command line')
  }
  if (given.kind === 'aws' && given.externalId !== null && !isOwner) {
    throw refused('settings.externalId', 'is made by Proofline, one for each connection')
  }
  const settings = ConnectionSettings.parse(completed(given))
  requireOwnRole(actor, settings)
  await requireWhole(settings)
  return settings
}

function completed(given: GivenSettings): GivenSettings {
  if (given.kind === 'aws' && ASSUMING.includes(given.credentials) && given.externalId === null) {
    return { ...given, externalId: `proofline-${crypto.randomUUID()}` }
  }
  if (given.kind === 'kubernetes' && given.credentials === 'in-cluster' && given.server === '') {
    return { ...given, server: IN_CLUSTER }
  }
  if (given.kind === 'kubernetes') return { ...given, server: plainServer(given.server) }
  return given
}

/** As a kubeconfig's server is kept, so that the two can be compared. */
const plainServer = (server: string): string => server.trim().replace(/\/+$/, '')

/**
 * Settings after a change. Whom a connection with the machine's own credentials speaks to stays the owner's to say. Throws
 * `invalid`, naming the field.
 */
export async function changedSettings(
  actor: Actor,
  before: ConnectionSettings,
  change: ChangedSettings,
): Promise<ConnectionSettings> {
  if (change.kind !== before.kind) throw refused('settings.kind', `must be ${before.kind}, as it was`)
  const after = ConnectionSettings.parse({ ...before, ...defined(change) })
  if (isMachinesOwn(before) && actor.kind !== 'operator' && isRedirected(before, after)) {
    const reason = 'of a connection with the machine’s own credentials is changed by the machine’s owner alone'
    throw refused('settings', `what is asked ${reason}`)
  }
  requireOwnRole(actor, after)
  await requireWhole(after)
  return after
}

const defined = (change: ChangedSettings): object => ({
  ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
  ...(change.kind === 'kubernetes' && change.server !== undefined ? { server: plainServer(change.server) } : {}),
})

/** Whether credentials would go to another place than before: whoever moves them must bring them anew. */
export function isRedirected(before: ConnectionSettings, after: ConnectionSettings): boolean {
  if (before.kind === 'aws' && after.kind === 'aws') {
    return (
      before.endpoint !== after.endpoint || before.roleArn !== after.roleArn || before.memberRole !== after.memberRole
    )
  }
  if (before.kind === 'kubernetes' && after.kind === 'kubernetes') return before.server !== after.server
  return false
}

/**
 * Whether a place of somebody's choosing would be sent what opens others: a web identity token is believed wherever it is
 * shown.
 */
export const showsToken = (settings: ConnectionSettings): boolean =>
  settings.kind === 'aws' && settings.credentials === 'web-identity' && settings.endpoint !== null

/**
 * A web identity assumes a role without an external id, so that everybody here could read what trusts it. Only by way of the
 * platform's own role, which does show one, may others than the machine's owner use it.
 */
function requireOwnRole(actor: Actor, settings: ConnectionSettings): void {
  if (actor.kind === 'operator' || settings.kind !== 'aws' || settings.credentials !== 'web-identity') return
  const { hubRole } = webIdentity()
  if (hubRole === null) {
    throw refused(
      'settings.credentials',
      'cannot be web-identity: the platform names no role of its own in AWS_ROLE_ARN',
    )
  }
  if (settings.roleArn === hubRole) throw refused('settings.roleArn', 'is the role of Proofline itself')
}

async function requireWhole(settings: ConnectionSettings): Promise<void> {
  if (settings.kind === 'aws') {
    if (ASSUMING.includes(settings.credentials) && settings.roleArn === null)
      throw refused('settings.roleArn', 'is needed: the ARN of the role to assume')
    const unknown = settings.services.find((service) => !isAwsService(service))
    if (unknown !== undefined) throw refused('settings.services', `must be of ${AWS_SERVICES.join(', ')}`)
    if (settings.endpoint !== null) await requireReachableAddress('settings.endpoint', settings.endpoint)
  }
  if (settings.kind === 'kubernetes' && settings.credentials === 'kubeconfig') {
    if (settings.server === '') throw refused('settings.server', 'is needed: the address of the API server')
    await requireReachableAddress('settings.server', settings.server)
  }
}

const refused = (field: string, reason: string): AppError =>
  new AppError('invalid', { detail: `${field} ${reason}.`, problems: [{ field, reason }] })
