import { begun, iso, population, told, within } from './pack-population'

export const MEMBERS = population({
  name: 'members',
  words: 'Members of the organization with their own role, who had joined by the end of the period.',
  note: 'Who left before the pack was told is in access-changes; roles as they stand, changes of them are there too.',
  speaksBy: null,
  columns: {
    id: 'm.user_id',
    email: 'u.email',
    name: 'u.name',
    role: 'm.role::text',
    source: 'm.source',
    joined_at: iso('m.created_at'),
    expires_at: iso('m.expires_at'),
    reviewed_at: told('m.reviewed_at'),
  },
  from: 'memberships m JOIN users u ON u.id = m.user_id',
  where: ['m.organization_id = :organization::uuid', ...begun('m.created_at')],
})

export const ACCESS_GRANTS = population({
  name: 'access-grants',
  words: 'Higher roles that members asked for in the period, and what became of it.',
  note: 'A request that was decided later than the instant the pack is told as of stands as requested.',
  speaksBy: null,
  columns: {
    id: 'g.id',
    email: 'u.email',
    from_role: 'g.from_role::text',
    role: 'g.role::text',
    hours: 'g.hours',
    reason: 'g.reason',
    state: `CASE WHEN g.decided_at <= :as_of::timestamptz OR g.state = 'withdrawn' THEN g.state ELSE 'requested' END`,
    requested_at: iso('g.requested_at'),
    decided_at: told('g.decided_at'),
    decided_by: 'CASE WHEN g.decided_at <= :as_of::timestamptz THEN g.decided_by END',
    expires_at: `CASE WHEN g.decided_at <= :as_of::timestamptz THEN ${iso('g.expires_at')} END`,
  },
  from: 'elevations g JOIN users u ON u.id = g.user_id',
  where: ['g.organization_id = :organization::uuid', ...within('g.requested_at')],
})

export const ACCESS_CHANGES = population({
  name: 'access-changes',
  words: 'Acts of the audit log in the period that changed who may enter and as what: joiners, movers and leavers.',
  note: 'The entries themselves, with their place in the chain, are in audit-log/entries.jsonl.',
  speaksBy: null,
  columns: {
    id: 'l.id',
    seq: 'l.seq::float8',
    at: iso('l.at'),
    actor: 'l.actor_name',
    action: 'l.action',
    subject: 'l.subject',
    detail: 'l.detail::text',
  },
  from: 'audit_entries l',
  where: [
    'l.organization_id = :organization::uuid',
    ...within('l.at'),
    `split_part(l.action, '.', 1) IN ('member', 'elevation', 'token', 'group-role', 'trust-rule',
      'access-rules', 'audit-engagement', 'identity-provider', 'sign-in-link', 'signing-key', 'passkey')`,
  ],
})

export const AUDIT_REQUESTS = population({
  name: 'audit-requests',
  words: 'What auditors asked for about the framework, and how it stands.',
  note: 'Requests of the engagement the pack was asked for under, or all of them where there is none.',
  speaksBy: 'requirement',
  columns: {
    id: 'q.id',
    requirement: 'q.requirement',
    title: 'q.title',
    text: 'q.text',
    state: `CASE (SELECT n.kind FROM audit_request_entries n WHERE n.organization_id = q.organization_id AND n.request_id = q.id
      AND n.at <= :as_of::timestamptz AND n.kind <> 'comment' ORDER BY n.at DESC, n.id DESC LIMIT 1)
    WHEN 'answer' THEN 'answered' WHEN 'accepted' THEN 'accepted' WHEN 'withdrawn' THEN 'withdrawn' ELSE 'open' END`,
    due_on: 'q.due_on::text',
    asked_by: 'q.asked_by',
    asked_at: iso('q.asked_at'),
    answered_at: told('q.answered_at'),
    closed_at: told('q.closed_at'),
  },
  from: 'audit_requests q',
  where: [
    'q.organization_id = :organization::uuid',
    'q.framework = :framework',
    'q.asked_at <= :as_of::timestamptz',
    '(:engagement::uuid IS NULL OR q.engagement_id = :engagement::uuid)',
  ],
})
