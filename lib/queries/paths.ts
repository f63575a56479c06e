type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

/** A path with the query's known values; a null or empty one is left out. */
function withQuery(path: string, query: Query = {}): string {
  const entries = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  if (entries.length === 0) return path
  return `${path}?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))}`
}

const api = (org: string): string => `/api/v1/orgs/${org}`

/** Every address of the product, so that a moved page is moved in one place. */
export const paths = {
  portfolio: (query?: Query) => withQuery('/portfolio', query),
  account: () => '/account',
  newOrganization: () => '/organizations/new',
  overview: (org: string, deployment?: string) => withQuery(`/${org}`, { deployment }),
  maturity: (org: string, query?: Query) => withQuery(`/${org}/maturity`, query),
  posture: (org: string, query?: Query) => withQuery(`/${org}/posture`, query),
  checks: (org: string, query?: Query) => withQuery(`/${org}/checks`, query),
  check: (org: string, id: string) => `/${org}/checks/${id}`,
  assessments: (org: string, query?: Query) => withQuery(`/${org}/assessments`, query),
  newAssessment: (org: string) => `/${org}/assessments/new`,
  assessment: (org: string, id: string, capability?: string) => withQuery(`/${org}/assessments/${id}`, { capability }),
  deployments: (org: string) => `/${org}/deployments`,
  newDeployment: (org: string) => `/${org}/deployments/new`,
  deployment: (org: string, slug: string) => `/${org}/deployments/${slug}`,
  outcomes: (org: string, deployment?: string) => withQuery(`/${org}/outcomes`, { deployment }),
  incidents: (org: string, query?: Query) => withQuery(`/${org}/incidents`, query),
  importIncidents: (org: string) => `/${org}/incidents/import`,
  audits: (org: string, query?: Query) => withQuery(`/${org}/audits`, query),
  importAudits: (org: string) => `/${org}/audits/import`,
  imports: (org: string, query?: Query) => withQuery(`/${org}/imports`, query),
  accessRules: (org: string) => `/${org}/access-rules`,
  decisions: (org: string, query?: Query) => withQuery(`/${org}/decisions`, query),
  auditLog: (org: string, query?: Query) => withQuery(`/${org}/audit-log`, query),
  members: (org: string, query?: Query) => withQuery(`/${org}/members`, query),
  member: (org: string, id: string) => `/${org}/members/${id}`,
  accessReview: (org: string, query?: Query) => withQuery(`/${org}/access-review`, query),
  elevations: (org: string, query?: Query) => withQuery(`/${org}/elevations`, query),
  machines: (org: string) => `/${org}/machines`,
  findings: (org: string, query?: Query) => withQuery(`/${org}/findings`, query),
  auditDesk: (org: string, query?: Query) => withQuery(`/${org}/audit-desk`, query),
  auditRequirement: (org: string, query: Query) => withQuery(`/${org}/audit-desk/requirement`, query),
  outsideAudit: (org: string) => `/${org}/audit-desk/outside`,
  auditRequests: (org: string, query?: Query) => withQuery(`/${org}/audit-requests`, query),
  newAuditRequest: (org: string, query?: Query) => withQuery(`/${org}/audit-requests/new`, query),
  auditRequest: (org: string, id: string) => `/${org}/audit-requests/${id}`,
  finding: (org: string, id: string) => `/${org}/findings/${id}`,
  importFindings: (org: string, query?: Query) => withQuery(`/${org}/findings/import`, query),
  ruleMappings: (org: string, query?: Query) => withQuery(`/${org}/rule-mappings`, query),
  frameworks: (org: string) => `/${org}/frameworks`,
  framework: (org: string, id: string, query?: Query) =>
    withQuery(`/${org}/frameworks/${encodeURIComponent(id)}`, query),
  newPlan: (org: string, connection?: string) => withQuery(`/${org}/plans/new`, { connection }),
  resource: (org: string, id: string) => withQuery(`/${org}/resources`, { id }),
  connections: (org: string, query?: Query) => withQuery(`/${org}/connections`, query),
  newConnection: (org: string, kind?: string) => withQuery(`/${org}/connections/new`, { kind }),
  connection: (org: string, id: string, tab?: string) => withQuery(`/${org}/connections/${id}`, { tab }),
  runs: (org: string, query?: Query) => withQuery(`/${org}/runs`, query),
  run: (org: string, id: string, query?: Query) => withQuery(`/${org}/runs/${id}`, query),
  api: {
    passkeySignIn: (act?: 'options') => `/api/v1/sign-in/passkey${act ? `/${act}` : ''}`,
    passkeys: () => '/api/v1/me/passkeys',
    passkeyOptions: () => '/api/v1/me/passkeys/options',
    passkey: (id: string, query?: Query) => withQuery(`/api/v1/me/passkeys/${id}`, query),
    proof: (act?: 'options') => `/api/v1/me/proof${act ? `/${act}` : ''}`,
    ownSessions: () => '/api/v1/me/sessions',
    ownSession: (id: string) => `/api/v1/me/sessions/${id}`,
    organizations: () => '/api/v1/orgs',
    organization: (org: string) => api(org),
    tableExport: (org: string, table: string, format: string, query?: Query) =>
      withQuery(`${api(org)}/${table}.${format}`, query),
    portfolioExport: (format: string, query?: Query) => withQuery(`/api/v1/portfolio/portfolio.${format}`, query),
    portfolio: (query?: Query) => withQuery('/api/v1/portfolio', query),
    overview: (org: string, deployment?: string) => withQuery(`${api(org)}/overview`, { deployment }),
    deployments: (org: string) => `${api(org)}/deployments`,
    deployment: (org: string, id: string) => `${api(org)}/deployments/${id}`,
    checkSetting: (org: string, id: string) => `${api(org)}/checks/${id}/setting`,
    maturity: (org: string, query?: Query) => withQuery(`${api(org)}/maturity`, query),
    maturityHistory: (org: string, deployment?: string) => withQuery(`${api(org)}/maturity/history`, { deployment }),
    assessments: (org: string, query?: Query) => withQuery(`${api(org)}/assessments`, query),
    assessment: (org: string, id: string, act?: 'submit' | 'approve' | 'return') =>
      act ? `${api(org)}/assessments/${id}/${act}` : `${api(org)}/assessments/${id}`,
    answers: (org: string, id: string) => `${api(org)}/assessments/${id}/answers`,
    answer: (org: string, id: string, capability: string) => `${api(org)}/assessments/${id}/answers/${capability}`,
    evidenceLinks: (org: string, id: string, capability: string) =>
      `${api(org)}/assessments/${id}/answers/${capability}/evidence/links`,
    evidenceFiles: (org: string, id: string, capability: string, query: Query) =>
      withQuery(`${api(org)}/assessments/${id}/answers/${capability}/evidence/files`, query),
    evidenceItem: (org: string, id: string) => `${api(org)}/evidence/${id}`,
    statement: (org: string, id: string, file: 'envelope' | 'inputs') =>
      withQuery(`${api(org)}/statements/${id}`, { file }),
    evidenceContent: (org: string, id: string) => `${api(org)}/evidence/${id}/content`,
    records: (org: string, kind: 'incidents' | 'audits', query?: Query) => withQuery(`${api(org)}/${kind}`, query),
    recordsImport: (org: string, kind: 'incidents' | 'audits', query?: Query) =>
      withQuery(`${api(org)}/${kind}/import`, query),
    recordsPreview: (org: string, kind: 'incidents' | 'audits', query?: Query) =>
      withQuery(`${api(org)}/${kind}/import/preview`, query),
    trustRules: (org: string) => `${api(org)}/trust-rules`,
    trustRule: (org: string, id: string) => `${api(org)}/trust-rules/${id}`,
    accessToken: (org: string, id: string) => `${api(org)}/access-tokens/${id}`,
    imports: (org: string, query?: Query) => withQuery(`${api(org)}/imports`, query),
    auditLogVerification: (org: string) => `${api(org)}/audit-log/verification`,
    members: (org: string) => `${api(org)}/members`,
    member: (org: string, id: string) => `${api(org)}/members/${id}`,
    auditDeskExport: (org: string, query: Query) => withQuery(`${api(org)}/audit-desk.csv`, query),
    auditDeskEvidence: (org: string, id: string) => `${api(org)}/audit-desk/evidence/${id}/content`,
    auditRequests: (org: string) => `${api(org)}/audit-requests`,
    auditRequest: (org: string, id: string, act?: 'answer' | 'comments' | 'accept' | 'return' | 'withdraw') =>
      act ? `${api(org)}/audit-requests/${id}/${act}` : `${api(org)}/audit-requests/${id}`,
    auditRequestFiles: (org: string, id: string, query: Query) =>
      withQuery(`${api(org)}/audit-requests/${id}/files`, query),
    auditRequestFile: (org: string, id: string) => `${api(org)}/audit-request-files/${id}/content`,
    auditEngagements: (org: string) => `${api(org)}/audit-engagements`,
    endAuditEngagement: (org: string, id: string) => `${api(org)}/audit-engagements/${id}/end`,
    memberAuditScope: (org: string, id: string) => `${api(org)}/members/${id}/audit-scope`,
    memberSignInLink: (org: string, id: string) => `${api(org)}/members/${id}/sign-in-link`,
    memberSessions: (org: string, id: string) => `${api(org)}/members/${id}/sessions`,
    elevations: (org: string) => `${api(org)}/elevations`,
    elevation: (org: string, id: string, act: 'approve' | 'refuse' | 'end') => `${api(org)}/elevations/${id}/${act}`,
    accessReview: (org: string) => `${api(org)}/access-review`,
    notices: (org: string) => `${api(org)}/notices`,
    accessRules: (org: string) => `${api(org)}/access-rules`,
    findings: (org: string, query?: Query) => withQuery(`${api(org)}/findings`, query),
    finding: (org: string, id: string, act?: 'owner' | 'severity' | 'exception' | 'comments') =>
      act ? `${api(org)}/findings/${id}/${act}` : `${api(org)}/findings/${id}`,
    findingOwners: (org: string) => `${api(org)}/findings/owners`,
    findingChanges: (org: string) => `${api(org)}/findings/changes`,
    findingsImport: (org: string, query: Query) => withQuery(`${api(org)}/findings/import`, query),
    ruleMappings: (org: string) => `${api(org)}/rule-mappings`,
    framework: (org: string, id: string, part?: 'mapping' | 'document') =>
      `${api(org)}/frameworks/${id}${part ? `/${part}` : ''}`,
    frameworkImport: (org: string, query: Query) => withQuery(`${api(org)}/frameworks/import`, query),
    plans: (org: string, query: Query) => withQuery(`${api(org)}/plans`, query),
    groupRoles: (org: string) => `${api(org)}/group-roles`,
    groupRole: (org: string, id: string) => `${api(org)}/group-roles/${id}`,
    connections: (org: string) => `${api(org)}/connections`,
    connection: (org: string, id: string, act?: 'holdings' | 'secret' | 'test' | 'runs') =>
      act ? `${api(org)}/connections/${id}/${act}` : `${api(org)}/connections/${id}`,
    connectionSetup: (org: string, id: string, file: string) =>
      withQuery(`${api(org)}/connections/${id}/setup`, { file }),
    connectionSchedule: (org: string, schedule: string) => withQuery(`${api(org)}/connection-schedule`, { schedule }),
    runEvents: (org: string, id: string) => `${api(org)}/runs/${id}/events`,
    cancelRun: (org: string, id: string) => `${api(org)}/runs/${id}/cancel`,
    undoImport: (org: string, id: string) => `${api(org)}/imports/${id}/undo`,
  },
} as const
