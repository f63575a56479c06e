import type { AuditEntry } from '@/lib/model/audit-entry'

/** OCSF 1.8.0, class API Activity: who called which operation on what, from where, and how that was decided. */
const VERSION = '1.8.0'
const CATEGORY = 6
const CLASS = 6003
const INFORMATIONAL = 1
const SUCCESS = 1
const ALLOWED = 1

/** What a verb in the past stands for among OCSF's activities: 1 Create, 2 Read, 3 Update, 4 Delete, 99 Other. */
const ACTIVITIES: readonly [verbs: RegExp, id: number, name: string][] = [
  [/\.(created|added|issued|uploaded|linked|imported|loaded|requested|registered|exchanged|opened)\b/, 1, 'Create'],
  [/\.(exported|read|verified)\b/, 2, 'Read'],
  [/\.(deleted|removed|undone|revoked|retired|ended|withdrawn|forgotten)\b/, 4, 'Delete'],
  [
    /\.(updated|changed|written|approved|submitted|returned|rotated|rewrapped|renamed|reviewed|refused|replaced)\b/,
    3,
    'Update',
  ],
]

const activityOf = (action: string): { id: number; name: string } => {
  const [, id, name] = ACTIVITIES.find(([verbs]) => verbs.test(action)) ?? [null, 99, action]
  return { id, name }
}

const USER_TYPES: Record<string, { type_id: number; type: string }> = {
  person: { type_id: 1, type: 'User' },
  machine: { type_id: 4, type: 'Service' },
  operator: { type_id: 3, type: 'System' },
}

type Organization = { id: string; slug: string; name: string }

/**
 * One entry as an OCSF 1.8.0 event, dated in epoch milliseconds. What OCSF has no attribute for, the chain above all, is
 * in `unmapped`. An act in the log was allowed and happened, so its status is Success.
 */
export function ocsfEvent(entry: AuditEntry, organization: Organization): object {
  const activity = activityOf(entry.action)
  const { type_id, type } = USER_TYPES[entry.actorKind] ?? { type_id: 0, type: 'Unknown' }
  return {
    activity_id: activity.id,
    activity_name: activity.name,
    category_uid: CATEGORY,
    category_name: 'Application Activity',
    class_uid: CLASS,
    class_name: 'API Activity',
    type_uid: CLASS * 100 + activity.id,
    time: Date.parse(entry.at),
    severity_id: INFORMATIONAL,
    severity: 'Informational',
    status_id: SUCCESS,
    status: 'Success',
    ...(entry.decision?.effect === 'allow' ? { action_id: ALLOWED, action: 'Allowed' } : {}),
    metadata: {
      version: VERSION,
      product: { name: 'Proofline', vendor_name: 'Proofline' },
      profiles: ['security_control'],
      log_name: 'audit-log',
      uid: entry.id,
      tenant_uid: organization.id,
      event_code: entry.action,
      ...(entry.seq === null ? {} : { sequence: entry.seq }),
    },
    actor: {
      user: { name: entry.actorName, ...(entry.actorId ? { uid: entry.actorId } : {}), type_id, type },
      ...(entry.sessionId ? { session: { uid: entry.sessionId } } : {}),
      ...(entry.decision ? { authorizations: [authorizationOf(entry.decision)] } : {}),
    },
    api: { operation: entry.action, service: { name: 'Proofline', uid: organization.slug } },
    src_endpoint: entry.address ? { ip: entry.address } : { svc_name: 'proofline' },
    resources: [{ uid: entry.subject, type: entry.action.split('.')[0], data: entry.detail }],
    unmapped: {
      seq: entry.seq,
      previous_hash: entry.previousHash,
      hash: entry.hash,
      before_digest: entry.beforeDigest,
      after_digest: entry.afterDigest,
    },
  }
}

const authorizationOf = (decision: Record<string, unknown>): object => ({
  decision: String(decision.effect ?? 'unknown'),
  policy: { name: String(decision.action ?? 'unknown'), uid: String(decision.policy ?? 'unknown'), is_applied: true },
})
