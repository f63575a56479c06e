'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Answer, AnswerInput } from '@/lib/model/answer'
import type { Stage } from '@/lib/model/stage'
import { type AnswerPlace, putAnswer } from '@/lib/queries/answers'
import { type Autosave, createAutosave, type SaveState } from './autosave'

/** An answer as it is being given; without a status nothing was said yet. */
export type DraftAnswer = {
  status: 'assessed' | 'not_applicable' | null
  stage: Stage | null
  targetStage: Stage | null
  rationale: string
}

export type GivenAnswer = Pick<Answer, 'status' | 'stage' | 'targetStage' | 'rationale' | 'updatedAt'>

const NOTHING_SAID: DraftAnswer = { status: null, stage: null, targetStage: null, rationale: '' }

/** What can be sent: an answer without a stage or a reason is not one yet. */
function asInput({ status, stage, targetStage, rationale }: DraftAnswer): AnswerInput | null {
  if (status === 'not_applicable') return { status, rationale }
  return status === 'assessed' && stage !== null ? { status, stage, targetStage, rationale } : null
}

/** The answer on the screen, and its way to the server: changes are sent by themselves, at the latest on leaving. */
export function useAnswer(place: AnswerPlace, given: GivenAnswer | null) {
  const router = useRouter()
  const [draft, setDraft] = useState<DraftAnswer>(given ?? NOTHING_SAID)
  const [saveState, tell] = useState<SaveState>({ kind: 'idle' })
  const [autosave] = useState(() =>
    createAutosave<AnswerInput>({
      // The list beside the answer shows what the server holds, so it is asked again after every change.
      save: (answer) => putAnswer(place, answer).then(() => router.refresh()),
      tell,
      clock: Date.now,
    }),
  )
  useLeaving(autosave)
  const change = (part: Partial<DraftAnswer>, delayMs = 0) => {
    const next = { ...draft, ...part }
    setDraft(next)
    const input = asInput(next)
    if (input) autosave.change(input, delayMs)
  }
  const forget = () => {
    setDraft(NOTHING_SAID)
    tell({ kind: 'idle' })
  }
  return { draft, change, forget, saveState, flush: autosave.flush }
}

/** Whoever goes to another page has it sent at once; whoever closes the tab too early is asked. */
function useLeaving(autosave: Pick<Autosave<AnswerInput>, 'flush' | 'isSettled'>) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (autosave.isSettled()) return
      autosave.flush()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      autosave.flush()
    }
  }, [autosave])
}
