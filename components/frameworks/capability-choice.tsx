'use client'

import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'
import { TextField } from '@/components/ui/text-field'

/** Capabilities, layer by layer. */
export type Choices = readonly { layer: string; capabilities: readonly { id: string; name: string }[] }[]

type Props = { choices: Choices; chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void }

/** Capabilities to tick, layer by layer, narrowed by what is typed; those ticked stay in sight. */
export function CapabilityChoice({ choices, chosen, onChange }: Props) {
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const shown = choices
    .map(({ layer, capabilities }) => ({
      layer,
      capabilities: capabilities.filter(
        ({ id, name }) => chosen.has(id) || `${id} ${name}`.toLowerCase().includes(wanted),
      ),
    }))
    .filter(({ capabilities }) => capabilities.length > 0)
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <>
      <TextField
        label="Find a capability"
        type="search"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {shown.map(({ layer, capabilities }) => (
        <Fieldset key={layer} legend={layer}>
          {capabilities.map(({ id, name }) => (
            <Checkbox key={id} label={`${id} ${name}`} checked={chosen.has(id)} onChange={() => toggle(id)} />
          ))}
        </Fieldset>
      ))}
      {shown.length === 0 ? <p className="text-ink-3 text-sm">No capability is called that.</p> : null}
    </>
  )
}
