import type { ReportKind } from '@/lib/model/report'

type About = { name: string; answers: string; length: string }

const KINDS: Record<ReportKind, About> = {
  board: {
    name: 'Board report',
    answers: 'Where do we stand, did the rollout work, what comes next, and how is this to be read?',
    length: 'One A4 page',
  },
  ciso: {
    name: 'CISO report',
    answers:
      'Maturity by layer and capability, outcomes, plan, findings, accepted risks, what is not known, and the method.',
    length: 'About eight pages',
  },
  auditor: {
    name: 'Auditor report',
    answers:
      'One framework over one period: each requirement quarter by quarter, gaps as gaps, evidence with its hashes.',
    length: 'Ten pages and more',
  },
  deployment: {
    name: 'Deployment report',
    answers: 'One rollout: when each layer began and went live, its assessments, outcomes, audits and incidents.',
    length: 'About five pages',
  },
}

/** What a report is called, which questions it answers, and how long it is. */
export const aboutReport = (kind: ReportKind): About => KINDS[kind]
