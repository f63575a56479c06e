import type { Persona } from '../persona'

/** What an auditor of the story asked, and what became of it. */
export type AskedStory = {
  requirement: string
  title: string
  text: string
  daysAgo: number
  /** null waits for its answer. */
  answer: string | null
  isAccepted: boolean
}

/** An audit that is going on: who came, for what, and what they asked. */
export type AuditStory = {
  auditor: Persona
  name: string
  framework: string
  period: { from: string; to: string }
  requests: readonly AskedStory[]
}

/** Comes for one audit of one organization and sees nothing else. */
export const EXTERNAL_AUDITOR: Persona = {
  label: 'External auditor, SOC 2',
  name: 'Marta Silva',
  email: 'marta.silva@example.test',
  role: 'auditor',
}

const ORGANIZATION = 'meridian-health'

const REQUESTS: readonly AskedStory[] = [
  {
    requirement: 'CC6.2',
    title: 'Accounts created in the third quarter',
    text: 'Please give the list of accounts created from July to September, with who approved each.',
    daysAgo: 20,
    answer:
      'All 14 accounts came through the joiner workflow of the identity provider; none was made by hand. The list is in the export of access grants, population “access-grants” of the pack.',
    isAccepted: true,
  },
  {
    requirement: 'CC6.1',
    title: 'Standing administrators',
    text: 'A check names a standing administrator. Who is it, and until when is it accepted?',
    daysAgo: 12,
    answer: 'The break-glass role of the people on call; accepted until access on request is live. See its finding.',
    isAccepted: false,
  },
  {
    requirement: 'CC7.2',
    title: 'Second quarter: no measurement',
    text: 'No run of any source is recorded from April to June. Was monitoring interrupted, or only its record?',
    daysAgo: 5,
    answer: null,
    isAccepted: false,
  },
]

/** The audit going on in the organization of that slug, over the year of the day of loading; null where none is. */
export function auditStory(slug: string, today: Date): AuditStory | null {
  if (slug !== ORGANIZATION) return null
  const year = today.getUTCFullYear()
  return {
    auditor: EXTERNAL_AUDITOR,
    name: `SOC 2 Type II, ${year}`,
    framework: 'soc2_tsc_2017_rev2022',
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    requests: REQUESTS,
  }
}
