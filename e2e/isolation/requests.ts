import type { APIRequestContext, APIResponse } from '@playwright/test'
import { smallCatalog } from '../server/small-catalog'
import type { Call } from './call'
import type { Holdings } from './cast'
import { REPORT_CALLS } from './report-requests'
import { RETENTION_CALLS } from './retention-requests'
import type { Door } from './routes'

const answer = { status: 'assessed', stage: 3, targetStage: null, rationale: 'taken over' }
const link = { kind: 'link', title: 'x', url: 'https://example.org', collectedOn: '2026-01-01', expiresOn: null }
const rollouts = ['IAM', 'NET', 'MON', 'POL', 'DAT'].map((layer) => ({ layer, beganOn: null, liveOn: null }))
const deployment = { slug: 'taken-over', name: 'Taken over', environment: '', rollouts }
const csv = { type: 'text/csv', data: () => 'id,on,n\n1,2026-01-01,1\n' }
const incidents = { ...csv, query: `?source=x&map=${encodeURIComponent('{"externalId":"id","occurredAt":"on"}')}` }
const audits = {
  ...csv,
  query: `?source=x&map=${encodeURIComponent('{"externalId":"id","auditedOn":"on","passed":"n","assessed":"n"}')}`,
}
const file = { type: 'text/plain', query: '?title=x&collectedOn=2026-01-01', data: () => 'text' }

const ofDraft = ({ draft }: Holdings) => draft
const ofSubmitted = ({ submitted }: Holdings) => submitted
const ofDeployment = ({ deploymentId }: Holdings) => deploymentId
const ofEvidence = ({ evidence }: Holdings) => evidence
const ofImport = (holdings: Holdings) => holdings.import
const ofTrustRule = ({ trustRule }: Holdings) => trustRule
const ofConnection = ({ connection }: Holdings) => connection
const ofRun = ({ run }: Holdings) => run
const C = '/api/v1/orgs/{org}/connections'
const U = '/api/v1/orgs/{org}/runs'
const keys = { kind: 'aws', credentials: 'keys' }
const secret = { kind: 'aws-keys', accessKeyId: 'A'.repeat(20), secretAccessKey: 'b'.repeat(40) }
const ofAccessToken = ({ accessToken }: Holdings) => accessToken
const ofGroupRole = ({ groupRole }: Holdings) => groupRole
const issuer = { name: 'Taken over', kind: 'oidc', issuer: 'https://issuer.example.org', audience: 'proofline' }
const trustRule = { ...issuer, subjectPattern: 'repo:attacker/*', role: 'viewer' }
const ofMember = ({ member }: Holdings) => member
const ofElevation = ({ elevation }: Holdings) => elevation
const ofFinding = ({ finding }: Holdings) => finding
const ofPack = ({ pack }: Holdings) => pack
const K = '/api/v1/orgs/{org}/evidence-packs'
const ofEngagement = (holdings: Holdings) => holdings.engagement
const engagement = ({ auditor }: Holdings) => ({
  ...{ userId: auditor, name: 'Another', frameworks: ['soc2_tsc_2017_rev2022'] },
  period: { from: '2026-01-01', to: '2026-12-31' },
})
const ofDeskEvidence = ({ approvedEvidence }: Holdings) => approvedEvidence
const desk = '?framework=proofline&from=2026-01-01&to=2026-12-31'
const D = '/api/v1/orgs/{org}/audit-desk'
const ofRequest = ({ request }: Holdings) => request
const said = () => ({ text: 'said' })
const ASKS = { roles: ['auditor', 'admin'] } as const
const Q = '/api/v1/orgs/{org}/audit-requests'
const G = '/api/v1/orgs/{org}/audit-engagements'
const ofFramework = ({ framework }: Holdings) => framework
const oscal = { type: 'application/json', data: ({ org }: Holdings) => smallCatalog(org) }
const W = '/api/v1/orgs/{org}/frameworks'
const A = '/api/v1/orgs/{org}/assessments'
const F = '/api/v1/orgs/{org}/findings'
const M = '/api/v1/orgs/{org}/members'
const E = '/api/v1/orgs/{org}/elevations'
const R = '/api/v1/orgs/{org}/access-review'
const READS_MEMBERS = { roles: ['auditor', 'admin'] } as const
const EVERYBODY = { roles: ['viewer', 'assessor', 'auditor', 'admin'] } as const
const elevation = { role: 'admin', hours: 1, reason: 'to be taken over for an hour' }
const ADMIN = { roles: ['admin'] } as const

/**
 * A request that would succeed for somebody of the organization with the right role, for every operation that names one, in
 * an order in which its own people can make them all: what is read first, then changed, then removed.
 */
export const CALLS: Readonly<Record<string, Call>> = {
  'GET /api/v1/orgs/{org}': {},
  'GET /api/v1/orgs/{org}/{file}': {},
  'GET /api/v1/orgs/{org}/oscal/{model}': {},
  'GET /api/v1/orgs/{org}/overview': {},
  'GET /api/v1/orgs/{org}/maturity': {},
  'GET /api/v1/orgs/{org}/maturity/history': {},
  'POST /api/v1/orgs/{org}/findings/import': {
    type: 'application/json',
    data: () => '{"check_type":"terraform","results":{"failed_checks":[{"check_id":"X","resource":"y"}]}}',
  },
  'GET /api/v1/orgs/{org}/finding-imports': {},
  [`GET ${W}`]: {},
  [`GET ${W}/{id}`]: { id: ofFramework },
  [`GET ${W}/{id}/document`]: { id: ofFramework },
  'GET /api/v1/orgs/{org}/requirements': { query: '?framework=proofline' },
  [`POST ${W}/import`]: { ...oscal, query: '?slug=another' },
  [`PUT ${W}/{id}/mapping`]: { id: ofFramework, data: () => ({ requirement: 'c-1', capabilities: ['NET-01'] }) },
  [`DELETE ${W}/{id}`]: { id: ofFramework },
  'GET /api/v1/orgs/{org}/rule-mappings': {},
  'PUT /api/v1/orgs/{org}/rule-mappings': { data: () => ({ product: 'Checkov', rule: 'X', capability: 'POL-05' }) },
  'GET /api/v1/orgs/{org}/posture': {},
  'GET /api/v1/orgs/{org}/posture/history': {},
  'GET /api/v1/orgs/{org}/checks': {},
  'GET /api/v1/orgs/{org}/checks/{check}': {},
  'PUT /api/v1/orgs/{org}/checks/{check}/setting': {
    data: () => ({ threshold: null, severity: 'low', reason: 'taken over' }),
  },
  [`GET ${F}`]: {},
  [`GET ${F}/counts`]: {},
  [`GET ${F}/matching`]: {},
  [`GET ${F}/owners`]: {},
  [`GET ${F}/{id}`]: { id: ofFinding },
  [`GET ${F}/{id}/effect`]: { id: ofFinding },
  'GET /api/v1/orgs/{org}/resources': { query: '?id=the-vault' },
  [`PUT ${F}/{id}/owner`]: { id: ofFinding, data: () => ({ ownerId: null }) },
  [`PUT ${F}/{id}/severity`]: { id: ofFinding, data: () => ({ severity: 'low', reason: 'taken over' }) },
  [`PUT ${F}/{id}/exception`]: {
    id: ofFinding,
    data: ({ member }) => ({ ownerId: member, reason: 'taken over', until: new Date().toISOString().slice(0, 10) }),
  },
  [`DELETE ${F}/{id}/exception`]: { id: ofFinding },
  [`POST ${F}/{id}/comments`]: { id: ofFinding, data: () => ({ text: 'taken over' }) },
  [`POST ${F}/changes`]: { data: ({ finding }) => ({ which: { ids: [finding] }, assign: { ownerId: null } }) },
  'GET /api/v1/orgs/{org}/outcomes': {},
  'GET /api/v1/orgs/{org}/metrics': {},
  'GET /api/v1/orgs/{org}/incidents': {},
  'GET /api/v1/orgs/{org}/audit-log': { roles: ['auditor', 'admin'] },
  'GET /api/v1/orgs/{org}/audit-log/verification': { roles: ['auditor', 'admin'] },
  'GET /api/v1/orgs/{org}/trust-rules': { roles: ['auditor', 'admin'] },
  'GET /api/v1/orgs/{org}/access-tokens': { roles: ['auditor', 'admin'] },
  'GET /api/v1/orgs/{org}/access-rules': { roles: ['auditor', 'admin'] },
  'GET /api/v1/orgs/{org}/group-roles': { roles: ['auditor', 'admin'] },
  'GET /api/v1/orgs/{org}/audits': {},
  'GET /api/v1/orgs/{org}/decisions': { roles: ['admin', 'auditor'] },
  'GET /api/v1/orgs/{org}/imports': {},
  'GET /api/v1/orgs/{org}/imports/{id}': { id: ofImport },
  'GET /api/v1/orgs/{org}/deployments': {},
  'GET /api/v1/orgs/{org}/deployments/{id}': { id: ofDeployment },
  [`GET ${A}`]: {},
  [`GET ${A}/{id}`]: { id: ofDraft },
  'GET /api/v1/orgs/{org}/evidence/{id}': { id: ofEvidence },
  'GET /api/v1/orgs/{org}/evidence/{id}/content': { id: ofEvidence },
  [`GET ${C}`]: {},
  'GET /api/v1/orgs/{org}/connection-schedule': {},
  [`GET ${C}/{id}`]: { id: ofConnection },
  [`GET ${C}/{id}/holdings`]: { id: ofConnection },
  [`GET ${C}/{id}/setup`]: { id: ofConnection },
  [`GET ${U}`]: {},
  [`GET ${U}/{id}`]: { id: ofRun },
  [`GET ${U}/{id}/units`]: { id: ofRun },
  [`GET ${U}/{id}/log`]: { id: ofRun },
  [`GET ${U}/{id}/events`]: { id: ofRun },
  [`GET ${U}/{id}/statements`]: { id: ofRun },
  [`GET ${A}/{id}/statements`]: { id: ofDraft },
  'GET /api/v1/orgs/{org}/statements/{id}': { id: ({ statement }) => statement },
  [`GET ${M}`]: READS_MEMBERS,
  [`GET ${M}/{id}`]: { ...READS_MEMBERS, id: ofMember },
  [`GET ${M}/{id}/sessions`]: { ...ADMIN, id: ofMember },
  [`GET ${D}`]: { query: desk },
  [`GET ${D}.csv`]: { query: desk },
  [`GET ${D}/requirement`]: { query: `${desk}&requirement=IAM-01` },
  [`GET ${D}/evidence/{id}/content`]: { id: ofDeskEvidence },
  [`POST ${Q}`]: { ...ASKS, data: () => ({ framework: 'proofline', title: 'Joiners', text: 'Which were there?' }) },
  [`GET ${Q}`]: {},
  [`GET ${Q}/{id}`]: { id: ofRequest },
  'GET /api/v1/orgs/{org}/audit-request-files/{id}/content': { id: ({ requestFile }) => requestFile },
  [`POST ${Q}/{id}/comments`]: { roles: ['assessor', 'auditor', 'admin'], id: ofRequest, data: said },
  [`POST ${Q}/{id}/return`]: { ...ASKS, byAnother: true, by: 'auditor', id: ofRequest, data: said },
  [`POST ${Q}/{id}/answer`]: { id: ofRequest, data: said },
  [`POST ${Q}/{id}/files`]: { ...file, id: ofRequest, query: '?title=x' },
  // Nobody judges their own answer, and only whoever asked withdraws.
  [`POST ${Q}/{id}/accept`]: { ...ASKS, byAnother: true, by: 'auditor', id: ofRequest, data: () => ({}) },
  [`POST ${Q}/{id}/withdraw`]: {
    ...{ ...ASKS, byAnother: true, by: 'auditor', id: ofRequest, data: () => ({}) },
    // It was accepted in the line above.
    orTold: 'The request is accepted.',
  },
  [`GET ${G}`]: READS_MEMBERS,
  [`GET ${G}/{id}`]: { ...READS_MEMBERS, id: ofEngagement },
  [`GET ${E}`]: {},
  // Somebody else's request looks absent to those who read no members.
  [`GET ${E}/{id}`]: { id: ofElevation },
  [`GET ${R}`]: READS_MEMBERS,
  'GET /api/v1/orgs/{org}/notices': READS_MEMBERS,
  'POST /api/v1/orgs/{org}/incidents/import/preview': incidents,
  'POST /api/v1/orgs/{org}/incidents/import': incidents,
  'POST /api/v1/orgs/{org}/audits/import/preview': audits,
  'POST /api/v1/orgs/{org}/audits/import': audits,
  'POST /api/v1/orgs/{org}/plans': { data: () => ({ format_version: '1.0' }) },
  'POST /api/v1/orgs/{org}/imports/{id}/undo': { id: ofImport },
  'PATCH /api/v1/orgs/{org}': { roles: ['admin'], data: () => ({ headcount: 7 }) },
  [`POST ${A}`]: { data: ({ deploymentId }) => ({ deploymentId, name: 'x', asOf: '2026-01-01' }) },
  [`PATCH ${A}/{id}`]: { id: ofDraft, data: () => ({ name: 'Taken over' }) },
  [`PUT ${A}/{id}/answers`]: { id: ofDraft, data: () => ({ answers: [{ capability: 'IAM-02', ...answer }] }) },
  [`PUT ${A}/{id}/answers/{capability}`]: { id: ofDraft, data: () => answer },
  [`POST ${A}/{id}/answers/{capability}/evidence/links`]: { id: ofDraft, data: () => link },
  [`POST ${A}/{id}/answers/{capability}/evidence/files`]: { id: ofDraft, ...file },
  'DELETE /api/v1/orgs/{org}/evidence/{id}': { id: ofEvidence },
  [`DELETE ${A}/{id}/answers/{capability}`]: { id: ofDraft },
  [`POST ${A}/{id}/return`]: { id: ofSubmitted, data: () => ({ reason: 'something is missing' }) },
  [`POST ${A}/{id}/submit`]: { id: ofSubmitted },
  [`POST ${A}/{id}/approve`]: { id: ofSubmitted, byAnother: true, by: 'second' },
  [`DELETE ${A}/{id}`]: { id: ofDraft },
  [`POST ${C}`]: { data: () => ({ name: 'Taken over', settings: keys }) },
  [`PATCH ${C}/{id}`]: { id: ofConnection, data: () => ({ jitterMinutes: 5 }) },
  [`PUT ${C}/{id}/secret`]: { ...ADMIN, id: ofConnection, data: () => secret },
  [`DELETE ${C}/{id}/secret`]: { ...ADMIN, id: ofConnection },
  [`POST ${C}/{id}/test`]: { id: ofConnection },
  [`POST ${C}/{id}/runs`]: { id: ofConnection },
  [`POST ${U}/{id}/cancel`]: { id: ofRun, orTold: 'The run has ended already' },
  [`DELETE ${C}/{id}`]: { ...ADMIN, id: ofConnection, orTold: 'A run of this connection has not ended' },
  'PUT /api/v1/orgs/{org}/deployments/{id}': { id: ofDeployment, data: () => deployment },
  'POST /api/v1/orgs/{org}/deployments': { data: () => ({ ...deployment, slug: 'another' }) },
  'PUT /api/v1/orgs/{org}/trust-rules/{id}': { ...ADMIN, id: ofTrustRule, data: () => trustRule },
  'POST /api/v1/orgs/{org}/trust-rules': { ...ADMIN, data: () => ({ ...trustRule, name: 'Another' }) },
  'DELETE /api/v1/orgs/{org}/trust-rules/{id}': { ...ADMIN, id: ofTrustRule },
  ...RETENTION_CALLS,
  ...REPORT_CALLS,
  'PUT /api/v1/orgs/{org}/access-rules': { ...ADMIN, data: () => ({ reviewDays: 30 }) },
  'POST /api/v1/orgs/{org}/group-roles': {
    ...ADMIN,
    data: () => ({ provider: 'never-asked', group: 'taken-over', role: 'viewer' }),
  },
  'DELETE /api/v1/orgs/{org}/group-roles/{id}': { ...ADMIN, id: ofGroupRole },
  'DELETE /api/v1/orgs/{org}/access-tokens/{id}': { ...ADMIN, id: ofAccessToken },
  'POST /api/v1/orgs/{org}/notices': { ...READS_MEMBERS, data: () => ({ until: '2026-01-01T00:00:00Z' }) },
  [`POST ${E}/{id}/approve`]: { ...ADMIN, id: ofElevation },
  // Everybody may end their own; an auditor, who sees all of them, nobody else's.
  [`POST ${E}/{id}/end`]: { ...EVERYBODY, byAnother: true, id: ofElevation },
  [`POST ${E}/{id}/refuse`]: { ...ADMIN, id: ({ refusable }) => refusable },
  [`POST ${E}`]: { ...EVERYBODY, by: 'viewer', data: () => elevation },
  [`POST ${R}`]: { ...ADMIN, data: ({ member }) => ({ userIds: [member] }) },
  [`POST ${M}`]: { ...ADMIN, data: ({ org }) => ({ email: `new@${org}.example.test`, name: 'New', role: 'viewer' }) },
  [`PATCH ${M}/{id}`]: { ...ADMIN, id: ofMember, data: () => ({ role: 'assessor' }) },
  [`GET ${K}`]: { roles: ['auditor', 'admin'] },
  [`POST ${K}`]: {
    roles: ['auditor', 'admin'],
    data: () => ({ framework: 'proofline', period: { from: '2026-01-01', to: '2026-03-31' } }),
  },
  [`GET ${K}/{id}`]: { roles: ['auditor', 'admin'], id: ofPack },
  [`GET ${K}/{id}/content`]: { roles: ['auditor', 'admin'], id: ofPack, orTold: 'there is no file of it' },
  [`POST ${K}/{id}/cancel`]: { roles: ['auditor', 'admin'], id: ofPack, orTold: 'The pack has ended already' },
  [`POST ${G}`]: { ...ADMIN, data: engagement },
  [`POST ${G}/{id}/end`]: { ...ADMIN, id: ofEngagement },
  [`DELETE ${M}/{id}/audit-scope`]: { ...ADMIN, id: ({ auditor }) => auditor },
  [`POST ${M}/{id}/sign-in-link`]: { ...ADMIN, id: ofMember },
  [`DELETE ${M}/{id}/sessions`]: { ...ADMIN, id: ofMember },
  [`DELETE ${M}/{id}`]: { ...ADMIN, id: ofMember },
  'DELETE /api/v1/orgs/{org}/deployments/{id}': { roles: ['admin'], id: ({ empty }) => empty },
}

/** Operations that name no organization; what they answer is tried one by one. */
export const ELSEWHERE = [
  'GET /api/v1/orgs',
  'POST /api/v1/orgs',
  'GET /api/v1/portfolio',
  'GET /api/v1/portfolio/{file}',
  'GET /api/v1/study',
  'POST /api/v1/token',
  'GET /api/v1/me',
  'GET /api/v1/me/passkeys',
  'POST /api/v1/me/passkeys',
  'POST /api/v1/me/passkeys/options',
  'PATCH /api/v1/me/passkeys/{id}',
  'DELETE /api/v1/me/passkeys/{id}',
  'POST /api/v1/me/proof',
  'POST /api/v1/me/proof/options',
  'GET /api/v1/me/sessions',
  'DELETE /api/v1/me/sessions',
  'DELETE /api/v1/me/sessions/{id}',
  'POST /api/v1/sign-in/passkey',
  'POST /api/v1/sign-in/passkey/options',
]

/** Makes the call on an organization's address, with the ids of `holdings`: its own, or somebody else's. */
export function knock(as: APIRequestContext, { name, method, path }: Door, holdings: Holdings, org = holdings.org) {
  const { id, query = '', data, type } = CALLS[name] ?? {}
  const address = path
    .replace('{org}', org)
    .replace('{id}', id?.(holdings) ?? 'no-case-for-this-operation')
    .replace('{capability}', 'IAM-01')
    .replace('{check}', 'aws_iam_root_mfa_enabled')
    .replace('{file}', 'findings.json')
    .replace('{model}', 'catalog')
    .replace('{kind}', 'board')
  const headers: Record<string, string> = type ? { 'content-type': type } : {}
  return as.fetch(`${address}${query}`, { method, headers, ...(data ? { data: data(holdings) } : {}) })
}

/** A problem without what differs between any two requests. */
export async function problemOf(response: APIResponse): Promise<object> {
  const { instance: _, requestId: __, ...problem } = (await response.json()) as Record<string, unknown>
  return problem
}
