import type { Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import { openDraft } from './open-draft'

/** One answer of an assessment, as a URL names it. */
export type AnswerPlace = { org: string; id: string; capability: string }

/**
 * The draft and the answer that evidence is added to. Throws not-found, and conflict when the assessment is no draft or
 * the capability has no answer yet.
 */
export async function openAnswer(store: Store, { id, capability }: AnswerPlace) {
  const draft = await openDraft(store, parseId(id))
  const answer = await store.answers.get(draft.id, capability)
  if (!answer) throw new AppError('conflict', { detail: `Answer ${capability} before adding evidence to it.` })
  return { draft, answer }
}
