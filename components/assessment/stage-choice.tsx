'use client'

import { useEffect, useId, useRef } from 'react'
import type { Stage } from '@/lib/model/stage'
import { takeArrival } from './arrival'
import { STAGE_GRID, StageColumn, type StageDescriptor } from './stage-column'

type Props = {
  legend: string
  stages: readonly StageDescriptor[]
  stage: Stage | null
  target: Stage | null
  onChoose: (stage: Stage) => void
}

/** The four stages as one radio group: arrow keys choose, and each radio is described by its clauses. */
export function StageChoice({ legend, stages, stage, target, onChoose }: Props) {
  const id = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (!takeArrival()) return
    const radios = group.current?.querySelectorAll<HTMLInputElement>('input[type="radio"]')
    const radio = [...(radios ?? [])].find((one) => one.checked) ?? radios?.[0]
    radio?.focus({ preventScroll: true })
  }, [])
  return (
    <fieldset
      ref={group}
      className="@container min-w-0 overflow-hidden rounded-lg border border-line bg-panel shadow-card"
    >
      <legend className="sr-only">{legend}</legend>
      <div className={STAGE_GRID}>
        {stages.map((descriptor) => (
          <StageColumn
            key={descriptor.stage}
            descriptor={descriptor}
            isCurrent={stage === descriptor.stage}
            isTarget={target === descriptor.stage}
            clausesId={`${id}-${descriptor.stage}`}
            name={(word) => (
              <label className="flex cursor-pointer items-center gap-2 font-semibold text-base after:absolute after:inset-0">
                <input
                  type="radio"
                  name={`${id}-stage`}
                  checked={stage === descriptor.stage}
                  onChange={() => onChoose(descriptor.stage)}
                  aria-describedby={`${id}-${descriptor.stage}`}
                  className="relative z-1 size-4 shrink-0 accent-accent"
                />
                {word}
              </label>
            )}
          />
        ))}
      </div>
    </fieldset>
  )
}
