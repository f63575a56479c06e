'use client'

import { Button } from '@/components/ui/button'
import { Snippet } from '@/components/ui/snippet'
import type { MachineExample } from '@/lib/presentation/machine-examples'

type Props = { examples: readonly MachineExample[]; chosen: string; onChoose: (example: MachineExample) => void }

/** The kinds of machines; the chosen one says how its tokens come about and shows what to copy. */
export function ExampleTabs({ examples, chosen, onChoose }: Props) {
  const example = examples.find(({ id }) => id === chosen)
  return (
    <>
      <fieldset className="flex min-w-0 flex-wrap gap-2">
        <legend className="mb-1.5 font-medium text-sm">Begin with an example</legend>
        {examples.map((one) => (
          <Button key={one.id} size="sm" aria-pressed={one.id === chosen} onClick={() => onChoose(one)}>
            {one.label}
          </Button>
        ))}
      </fieldset>
      {example ? (
        <div className="mt-3 grid gap-2">
          <p className="max-w-[70ch] text-ink-2 text-sm">{example.note}</p>
          <Snippet label={`How ${example.label} gets an access token`} text={example.snippet} />
        </div>
      ) : null}
    </>
  )
}
