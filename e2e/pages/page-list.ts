import { globSync } from 'node:fs'
import type { Role } from '@/lib/model/actor'

/** What an address of a page may name: an organization and things it holds. */
export type Place = {
  org: string
  /** Slug of a deployment. */
  deployment: string
  /** Ids of assessments in these states. */
  draft: string
  approved: string
  /** Id of a member. */
  member: string
  /** Ids of a connection and a run that has ended. */
  connection: string
  run: string
  /** Id of an evidence pack. */
  pack: string
  /** Id of what an auditor asked for. */
  request: string
  /** A finding's id, and the id its resource has in its source. */
  finding: string
  resource: string
}

type PageCase = {
  /** Who may open it, where that is neither everybody nor those who write; it is absent for all others. */
  roles?: readonly Role[]
  /** The page in its different shapes. */
  addresses: (place: Place) => readonly string[]
  /** What a role needs to open it: `write` pages are absent for readers. */
  needs?: 'write'
}

/** Every page of the product by its file, so that a new page is not forgotten: see every-page.spec.ts. */
export const PAGES: Readonly<Record<string, PageCase>> = {
  'app/(auth)/sign-in/page.tsx': { addresses: () => ['/sign-in', '/sign-in?link=spent', '/sign-in?error=refused'] },
  'app/(auth)/verify/page.tsx': { addresses: () => ['/verify'] },
  'app/page.tsx': { addresses: () => ['/'] },
  'app/(app)/portfolio/page.tsx': {
    addresses: () => ['/portfolio', '/portfolio?sector=healthcare&size=large', '/portfolio?sector=other'],
  },
  'app/(app)/account/page.tsx': { addresses: () => ['/account'] },
  'app/(app)/organizations/new/page.tsx': { addresses: () => ['/organizations/new'] },
  'app/(app)/[org]/page.tsx': { addresses: ({ org }) => [`/${org}`] },
  'app/(app)/[org]/evidence-packs/page.tsx': {
    roles: ['auditor', 'admin'],
    addresses: ({ org }) => [`/${org}/evidence-packs`],
  },
  'app/(app)/[org]/evidence-packs/[pack]/page.tsx': {
    roles: ['auditor', 'admin'],
    addresses: ({ org, pack }) => [`/${org}/evidence-packs/${pack}`],
  },
  'app/(app)/[org]/audit-desk/page.tsx': {
    addresses: ({ org }) => [
      `/${org}/audit-desk`,
      `/${org}/audit-desk?framework=soc2_tsc_2017_rev2022&from=2026-01-01&to=2026-12-31&state=missing`,
    ],
  },
  'app/(app)/[org]/audit-desk/requirement/page.tsx': {
    addresses: ({ org }) => [
      `/${org}/audit-desk/requirement?framework=nist_800_53_r5&from=2026-01-01&to=2026-12-31&requirement=AC-2`,
    ],
  },
  'app/(app)/[org]/audit-requests/page.tsx': {
    addresses: ({ org }) => [`/${org}/audit-requests`, `/${org}/audit-requests?state=open&due=overdue`],
  },
  'app/(app)/[org]/audit-requests/new/page.tsx': {
    roles: ['auditor', 'admin'],
    addresses: ({ org }) => [`/${org}/audit-requests/new`],
  },
  'app/(app)/[org]/audit-requests/[request]/page.tsx': {
    addresses: ({ org, request }) => [`/${org}/audit-requests/${request}`],
  },
  'app/(app)/[org]/audit-desk/outside/page.tsx': { addresses: ({ org }) => [`/${org}/audit-desk/outside`] },
  'app/(app)/[org]/maturity/page.tsx': {
    addresses: ({ org }) => [
      `/${org}/maturity`,
      `/${org}/maturity?layer=IAM`,
      `/${org}/maturity?standard=nist_csf_2_0`,
    ],
  },
  'app/(app)/[org]/posture/page.tsx': {
    addresses: ({ org, deployment }) => [`/${org}/posture`, `/${org}/posture?deployment=${deployment}`],
  },
  'app/(app)/[org]/checks/page.tsx': {
    addresses: ({ org }) => [
      `/${org}/checks`,
      `/${org}/checks?provider=aws&layer=IAM`,
      `/${org}/checks?verdict=unknown`,
    ],
  },
  'app/(app)/[org]/checks/[check]/page.tsx': { addresses: ({ org }) => [`/${org}/checks/aws_iam_root_mfa_enabled`] },
  'app/(app)/[org]/assessments/(list)/page.tsx': {
    addresses: ({ org }) => [`/${org}/assessments`, `/${org}/assessments?state=draft`],
  },
  'app/(app)/[org]/assessments/new/page.tsx': { addresses: ({ org }) => [`/${org}/assessments/new`], needs: 'write' },
  'app/(app)/[org]/assessments/[assessment]/page.tsx': {
    addresses: ({ org, draft, approved }) =>
      [draft, approved].flatMap((id) => [`/${org}/assessments/${id}`, `/${org}/assessments/${id}?capability=IAM-01`]),
  },
  'app/(app)/[org]/outcomes/page.tsx': { addresses: ({ org }) => [`/${org}/outcomes`] },
  'app/(app)/[org]/incidents/page.tsx': {
    addresses: ({ org }) => [`/${org}/incidents`, `/${org}/incidents?search=nothing-is-called-this`],
  },
  'app/(app)/[org]/incidents/import/page.tsx': { addresses: ({ org }) => [`/${org}/incidents/import`], needs: 'write' },
  'app/(app)/[org]/audits/page.tsx': { addresses: ({ org }) => [`/${org}/audits`] },
  'app/(app)/[org]/audits/import/page.tsx': { addresses: ({ org }) => [`/${org}/audits/import`], needs: 'write' },
  'app/(app)/[org]/audit-log/page.tsx': {
    roles: ['auditor', 'admin'],
    addresses: ({ org }) => [
      `/${org}/audit-log`,
      `/${org}/audit-log?actor=nobody-is-called-this`,
      `/${org}/audit-log?upTo=1`,
    ],
  },
  'app/(app)/[org]/access-rules/page.tsx': {
    addresses: ({ org }) => [`/${org}/access-rules`],
    roles: ['auditor', 'admin'],
  },
  'app/(app)/[org]/machines/page.tsx': { addresses: ({ org }) => [`/${org}/machines`], roles: ['auditor', 'admin'] },
  'app/(app)/[org]/decisions/page.tsx': {
    addresses: ({ org }) => [`/${org}/decisions`, `/${org}/decisions?effect=deny`],
    roles: ['admin', 'auditor'],
  },
  'app/(app)/[org]/imports/page.tsx': { addresses: ({ org }) => [`/${org}/imports`] },
  'app/(app)/[org]/members/page.tsx': { addresses: ({ org }) => [`/${org}/members`], roles: ['auditor', 'admin'] },
  'app/(app)/[org]/members/[member]/page.tsx': {
    addresses: ({ org, member }) => [`/${org}/members/${member}`],
    roles: ['auditor', 'admin'],
  },
  'app/(app)/[org]/access-review/page.tsx': {
    addresses: ({ org }) => [`/${org}/access-review`],
    roles: ['auditor', 'admin'],
  },
  'app/(app)/[org]/retention/page.tsx': {
    roles: ['auditor', 'admin'],
    addresses: ({ org }) => [`/${org}/retention`],
  },
  'app/(app)/[org]/elevations/page.tsx': { addresses: ({ org }) => [`/${org}/elevations`] },
  'app/(app)/[org]/connections/page.tsx': { addresses: ({ org }) => [`/${org}/connections`] },
  'app/(app)/[org]/connections/new/page.tsx': {
    addresses: ({ org }) => ['', '?kind=aws', '?kind=kubernetes'].map((kind) => `/${org}/connections/new${kind}`),
    needs: 'write',
  },
  'app/(app)/[org]/connections/[connection]/page.tsx': {
    addresses: ({ org, connection }) =>
      ['', '?tab=setup', '?tab=settings'].map((tab) => `/${org}/connections/${connection}${tab}`),
  },
  'app/(app)/[org]/runs/page.tsx': { addresses: ({ org }) => [`/${org}/runs`, `/${org}/runs?state=failed`] },
  'app/(app)/[org]/runs/[run]/page.tsx': {
    addresses: ({ org, run }) => [`/${org}/runs/${run}`, `/${org}/runs/${run}?gaps=1`],
  },
  'app/(app)/[org]/findings/page.tsx': {
    addresses: ({ org }) => [
      `/${org}/findings`,
      `/${org}/findings?state=all&sort=opened`,
      `/${org}/findings?search=nothing-is-called-this`,
    ],
  },
  'app/(app)/[org]/findings/[finding]/page.tsx': { addresses: ({ org, finding }) => [`/${org}/findings/${finding}`] },
  'app/(app)/[org]/resources/page.tsx': {
    addresses: ({ org, resource }) => [`/${org}/resources?id=${encodeURIComponent(resource)}`],
  },
  'app/(app)/[org]/findings/import/page.tsx': {
    addresses: ({ org }) => [`/${org}/findings/import`, `/${org}/findings/import?limit=1`],
  },
  'app/(app)/[org]/rule-mappings/page.tsx': {
    addresses: ({ org }) => [`/${org}/rule-mappings`, `/${org}/rule-mappings?mapped=no&search=nothing-is-called-this`],
  },
  'app/(app)/[org]/reports/page.tsx': { addresses: ({ org }) => [`/${org}/reports`] },
  'app/(app)/[org]/frameworks/page.tsx': { addresses: ({ org }) => [`/${org}/frameworks`] },
  'app/(app)/[org]/frameworks/[framework]/page.tsx': {
    addresses: ({ org }) => [
      `/${org}/frameworks/proofline`,
      `/${org}/frameworks/nist_800_53_r5?search=AC-2`,
      `/${org}/frameworks/iso_27001_2022_annex_a?mapped=no`,
    ],
  },
  'app/(app)/[org]/plans/new/page.tsx': { addresses: ({ org }) => [`/${org}/plans/new`] },
  'app/(app)/[org]/deployments/page.tsx': { addresses: ({ org }) => [`/${org}/deployments`] },
  'app/(app)/[org]/deployments/new/page.tsx': { addresses: ({ org }) => [`/${org}/deployments/new`], needs: 'write' },
  'app/(app)/[org]/deployments/[deployment]/page.tsx': {
    addresses: ({ org, deployment }) => [`/${org}/deployments/${deployment}`],
    needs: 'write',
  },
}

/** The pages that exist, as their files. */
export const pageFiles = (): string[] => globSync('app/**/page.tsx').toSorted()
