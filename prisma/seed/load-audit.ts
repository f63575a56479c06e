import type { Actor } from '@/lib/model/actor'
import { answerAuditRequest } from '@/lib/services/answer-audit-request'
import { askAuditRequest } from '@/lib/services/ask-audit-request'
import { acceptAuditRequest } from '@/lib/services/close-audit-request'
import { createEngagement } from '@/lib/services/create-engagement'
import { listAuditRequests } from '@/lib/services/list-audit-requests'
import { listEngagements } from '@/lib/services/list-engagements'
import type { AskedStory, AuditStory } from './audit/story'

/** Who lets the auditor in, who answers, and the auditor, who acts under what they were let in for. */
type People = { owner: Actor; author: Actor; auditor: Actor }

const DAY_MS = 86_400_000

/** Lets a story's auditor in and has what they asked asked and answered. Repeated, it adds what is missing. */
export async function loadAudit(people: People, org: string, story: AuditStory): Promise<void> {
  const { owner } = people
  const auditor = letIn(people.auditor)
  const { name, framework, period } = story
  if (auditor.userId === null) return
  const known = await listEngagements(owner, { org, userId: auditor.userId })
  if (known.length === 0) {
    const engagement = { userId: auditor.userId, name, frameworks: [framework], period, deploymentIds: [] }
    await createEngagement(owner, { org, engagement })
  }
  const { items } = await listAuditRequests(owner, { org, filter: {}, page: { limit: 200 } })
  for (const asked of story.requests) {
    if (!items.some(({ title }) => title === asked.title)) await ask({ ...people, auditor }, org, framework, asked)
  }
}

/** Who was let in for a scope acts within it. */
const letIn = (auditor: Actor): Actor => ({
  ...auditor,
  memberships: auditor.memberships.map((membership) => ({ ...membership, scoped: true })),
})

async function ask({ author, auditor }: People, org: string, framework: string, asked: AskedStory): Promise<void> {
  const { requirement, title, text, daysAgo, answer, isAccepted } = asked
  const dayOf = (days: number) => new Date(Date.now() - days * DAY_MS)
  const dueOn = dayOf(daysAgo - 10)
    .toISOString()
    .slice(0, 10)
  const request = { framework, requirement, title, text, dueOn }
  const { id } = await askAuditRequest(auditor, { org, request, now: dayOf(daysAgo) })
  if (answer === null) return
  await answerAuditRequest(author, { org, id, answer: { text: answer, evidenceIds: [] }, now: dayOf(daysAgo - 2) })
  if (isAccepted) await acceptAuditRequest(auditor, { org, id, closing: { text: '' }, now: dayOf(daysAgo - 3) })
}
