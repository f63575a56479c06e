'use client'

import type { ReactNode } from 'react'
import type { Stage } from '@/lib/model/stage'
import type { AnswerPlace } from '@/lib/queries/answers'
import { AnswerBar } from './answer-bar'
import { ClearAnswer } from './clear-answer'
import { NotApplicable } from './not-applicable'
import { NotApplicableNote } from './not-applicable-note'
import { RationaleCard } from './rationale-card'
import { SaveStatus } from './save-status'
import { StageChoice } from './stage-choice'
import type { StageDescriptor } from './stage-column'
import { type GivenAnswer, useAnswer } from './use-answer'

type Props = {
  place: AnswerPlace
  capability: string
  stages: readonly StageDescriptor[]
  given: GivenAnswer | null
  /** The evidence card: rendered by the server, beside the rationale. */
  evidence: ReactNode
  /** Under both, before the bar. */
  after: ReactNode
  /** Back and Next. */
  links: ReactNode
}

/** How long typing has to pause before it is saved. */
const TYPING_PAUSE_MS = 800

/** One capability's answer, which saves itself. */
export function AnswerEditor({ place, capability, stages, given, evidence, after, links }: Props) {
  const { draft, change, forget, saveState, flush } = useAnswer(place, given)
  const isExcluded = draft.status === 'not_applicable'
  const assess = (part: { stage?: Stage; targetStage?: Stage | null; rationale?: string }, delayMs?: number) =>
    change({ ...(isExcluded ? { rationale: '', targetStage: null } : {}), status: 'assessed', ...part }, delayMs)
  const exclude = (rationale: string) => change({ status: 'not_applicable', stage: null, targetStage: null, rationale })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {isExcluded ? (
        <NotApplicableNote reason={draft.rationale} hint="Choosing a stage assesses it after all." />
      ) : null}
      <StageChoice
        legend={`Stage of ${capability}`}
        stages={stages}
        stage={draft.stage}
        target={draft.targetStage}
        onChoose={(stage) => assess({ stage })}
      />
      <div className="grid items-start gap-4 @3xl/main:grid-cols-2">
        <RationaleCard
          draft={draft}
          onTarget={(targetStage) => assess({ targetStage })}
          onRationale={(rationale) => assess({ rationale }, TYPING_PAUSE_MS)}
          onLeave={flush}
          others={
            <>
              <NotApplicable capability={capability} reason={isExcluded ? draft.rationale : ''} onExclude={exclude} />
              {given ? <ClearAnswer place={place} capability={capability} onCleared={forget} /> : null}
            </>
          }
        />
        {evidence}
      </div>
      {after}
      <AnswerBar
        status={<SaveStatus state={saveState} savedAt={given?.updatedAt ?? null} onRetry={flush} />}
        links={links}
      />
    </div>
  )
}
