import type { AuditEntry } from '@/lib/model/audit-entry'

/** What each action of the log says of whoever did it; the name stands before it. */
const DEEDS: Readonly<Record<string, string>> = {
  'access-rules.changed': 'changed what the organization asks of everybody',
  'answer.deleted': 'took an answer back',
  'answer.written': 'answered a capability',
  'answers.written': 'answered several capabilities',
  'assessment.approved': 'approved an assessment',
  'assessment.created': 'started an assessment',
  'assessment.deleted': 'deleted a draft assessment',
  'assessment.returned': 'returned an assessment to its author',
  'assessment.submitted': 'submitted an assessment for approval',
  'assessment.updated': 'renamed or re-dated an assessment',
  'audit-desk.evidence-read': 'read evidence through the audit desk',
  'audit-desk.exported': 'exported the audit desk',
  'audit-desk.viewed': 'looked at the audit desk',
  'audit-engagement.created': 'let an auditor in for a scope',
  'audit-engagement.ended': 'ended what an auditor was let in for',
  'audit-log.chained': 'began the chain of this log',
  'audit-log.exported': 'exported this log',
  'audit-request.accepted': 'accepted the answer to an audit request',
  'audit-request.answered': 'answered an audit request',
  'audit-request.asked': 'asked for something in an audit',
  'audit-request.commented': 'remarked on an audit request',
  'audit-request.file-read': 'read a file of an audit request',
  'audit-request.returned': 'returned the answer to an audit request',
  'audit-request.withdrawn': 'withdrew an audit request',
  'audits.imported': 'imported compliance audits',
  'check-setting.changed': 'changed the threshold or severity of a check',
  'connection.changed': 'changed a connection',
  'connection.created': 'added a connection',
  'connection.credentials-forgotten': 'made Proofline forget the credentials of a connection',
  'connection.credentials-set': 'set the credentials of a connection',
  'connection.deleted': 'deleted a connection with its runs and findings',
  'connection.tested': 'tested what a connection may read',
  'data-key.rewrapped': 'wrapped a data key anew',
  'deployment.created': 'added a deployment',
  'deployment.deleted': 'deleted a deployment',
  'deployment.updated': 'changed a deployment',
  'elevation.approved': 'approved a higher role for a while',
  'elevation.ended': 'ended a higher role early',
  'elevation.refused': 'refused a higher role',
  'elevation.requested': 'asked for a higher role',
  'elevation.withdrawn': 'withdrew a request for a higher role',
  'evidence.deleted': 'removed evidence',
  'evidence.linked': 'linked evidence',
  'evidence.uploaded': 'uploaded evidence',
  'evidence-pack.cancelled': 'cancelled an evidence pack',
  'evidence-pack.downloaded': 'downloaded an evidence pack',
  'evidence-pack.requested': 'asked for an evidence pack',
  'finding.assigned': 'gave a finding to somebody, or to nobody',
  'finding.commented': 'remarked on a finding',
  'finding.exception-ended': 'ended the exception of a finding early',
  'finding.excepted': 'accepted the risk of a finding until a day',
  'finding.rated': 'changed the severity of a finding',
  'finding.assigned-in-bulk': 'gave several findings to somebody, or to nobody',
  'finding.excepted-in-bulk': 'accepted the risk of several findings until a day',
  'findings.imported': 'imported findings of another scanner',
  'framework.deleted': 'deleted a framework of the organization’s own',
  'framework.imported': 'imported a framework of the organization’s own',
  'framework.mapped': 'said which capabilities a requirement speaks to',
  'framework.replaced': 'imported a framework over an earlier version of it',
  'group-role.added': 'let a group of an identity provider give a role',
  'group-role.removed': 'stopped a group of an identity provider giving a role',
  'identity-provider.added': 'added an identity provider',
  'identity-provider.removed': 'removed an identity provider',
  'identity.linked': 'linked a single sign-on identity',
  'import.undone': 'undid an import',
  'incidents.imported': 'imported incidents',
  'legal-hold.placed': 'placed a legal hold',
  'legal-hold.released': 'released a legal hold',
  'member.added': 'added a member',
  'member.changed': 'changed a member',
  'member.opened-to-everything': 'let an auditor see the whole organization',
  'member.removed': 'removed a member',
  'member.reviewed': 'reviewed the access of a member',
  'organization.created': 'made the organization',
  'organization.updated': 'changed the organization',
  'oscal.exported': 'exported an OSCAL document',
  'passkey.added': 'added a passkey',
  'passkey.counter-fell': 'used a passkey that may have been copied',
  'passkey.removed': 'removed a passkey',
  'passkey.renamed': 'renamed a passkey',
  'report-style.changed': 'changed how reports look',
  'report-style.logo-removed': 'removed the logo of reports',
  'report-style.logo-set': 'set the logo of reports',
  'report.exported': 'took a report away as a PDF',
  'removal.begun': 'agreed to a removal of records',
  'removal.done': 'removed records past their time',
  'removal.planned': 'reported which records are past their time',
  'removal.stopped': 'stopped a removal of records before its end',
  'retention.changed': 'changed how long a kind of record is kept',
  'run.cancelled': 'cancelled a run',
  'run.recorded': 'handed in what a source holds',
  'run.started': 'started a run',
  'scenario.loaded': 'loaded generated data',
  'rule.mapped': 'mapped a rule of another scanner to a capability',
  'session.opened': 'signed in',
  'session.proven': 'proved anew who they are',
  'session.revoked': 'ended a session',
  'session.revoked-for-risk': 'lost a session to risk',
  'sign-in-link.issued': 'issued a one-time link',
  'signing-key.rotated': 'let a new key sign',
  'signing-key.revoked': 'revoked a key that signed',
  'token.exchanged': 'exchanged a token for an access token',
  'token.issued': 'issued an access token',
  'token.revoked': 'took an access token back',
  'token.revoked-for-risk': 'lost an access token to risk',
  'table.exported': 'exported a table',
  'trust-rule.added': 'added a trust rule',
  'trust-rule.changed': 'changed a trust rule',
  'trust-rule.removed': 'removed a trust rule',
}

/** What the log's actions are about, for narrowing it: the first word of an action and how people call it. */
export const AUDIT_NOUNS = [
  { noun: 'assessment', label: 'Assessments' },
  { noun: 'answer', label: 'Answers' },
  { noun: 'evidence', label: 'Evidence' },
  { noun: 'deployment', label: 'Deployments' },
  { noun: 'import', label: 'Imports taken back' },
  { noun: 'member', label: 'Members' },
  { noun: 'elevation', label: 'Higher roles' },
  { noun: 'session', label: 'Sessions' },
  { noun: 'trust-rule', label: 'Trust rules' },
  { noun: 'connection', label: 'Connections' },
  { noun: 'finding', label: 'Findings' },
  { noun: 'passkey', label: 'Passkeys' },
  { noun: 'organization', label: 'The organization' },
  { noun: 'audit-log', label: 'This log' },
] as const

/** What was done, in words; an action without words is shown as it is written. */
export const auditDeed = (action: string): string => DEEDS[action] ?? action

/** `Ada Admin changed a deployment`. */
export const auditSentence = ({ actorName, action }: Pick<AuditEntry, 'actorName' | 'action'>): string =>
  action in DEEDS ? `${actorName} ${auditDeed(action)}` : `${actorName}: ${action}`

/** Where a record keeps its name, by preference. */
const NAMES = ['name', 'slug', 'title', 'email', 'fileName', 'capability'] as const

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nameIn = (value: unknown): string | null =>
  isRecord(value)
    ? ((NAMES.map((key) => value[key]).find((name) => typeof name === 'string' && name !== '') as string | undefined) ??
      null)
    : null

/** What was acted upon as people call it, where the entry's detail says so; null where it does not. */
export const auditSubjectName = ({ detail }: Pick<AuditEntry, 'detail'>): string | null =>
  nameIn(detail) ?? nameIn(detail.after) ?? nameIn(detail.before)

const ACTOR_KINDS: Readonly<Record<string, string>> = {
  person: 'person',
  machine: 'machine',
  operator: 'machine’s owner',
}

export const actorKindText = (kind: string): string => ACTOR_KINDS[kind] ?? kind

/** By which permission it was allowed, as `deployment:write`; null when the policy was not asked. */
export function decisionText({ decision }: Pick<AuditEntry, 'decision'>): string | null {
  if (decision === null) return null
  const [effect, action] = [decision.effect, decision.action]
  return typeof action === 'string' ? action : typeof effect === 'string' ? effect : null
}
