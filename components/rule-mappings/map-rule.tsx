'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Refusal } from '@/components/ui/refusal'
import { SelectField } from '@/components/ui/select-field'
import { showToast } from '@/components/ui/toast-store'
import { countText } from '@/lib/presentation/number'
import { useMapRule } from '@/lib/queries/rule-mappings'

/** Capabilities, layer by layer. */
export type Choices = readonly { layer: string; capabilities: readonly { id: string; name: string }[] }[]

type Props = {
  org: string
  rule: { product: string; rule: string; title: string }
  /** What it feeds now, empty for none that somebody decided, null for nothing known. */
  current: string | null
  choices: Choices
}

const NONE = 'none'

/** Says to which capability a rule's findings belong. The choices come into the page when they are asked for. */
export function MapRule({ org, rule, current, choices }: Props) {
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  return (
    <>
      <Button
        size="sm"
        className="ml-auto flex"
        aria-label={`${current === null ? 'Map' : 'Change'} what ${rule.rule} feeds`}
        onClick={() => setState('open')}
      >
        {current === null ? 'Map' : 'Change'}
      </Button>
      {state === 'never' ? null : (
        <MapDialog {...{ org, rule, current, choices }} open={state === 'open'} onClose={() => setState('closed')} />
      )}
    </>
  )
}

function MapDialog({ org, rule, current, choices, open, onClose }: Props & { open: boolean; onClose: () => void }) {
  const router = useRouter()
  const map = useMapRule(org)
  const [chosen, setChosen] = useState(current === '' ? NONE : (current ?? ''))
  const save = () =>
    map.mutate(
      { product: rule.product, rule: rule.rule, capability: chosen === NONE ? null : chosen },
      {
        onSuccess: ({ findings, capability }) => {
          onClose()
          const title = capability === null ? `${rule.rule} feeds no capability` : `${rule.rule} feeds ${capability}`
          showToast({ title, detail: followed(findings), tone: 'good' })
          router.refresh()
        },
      },
    )
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="sm"
      title="What do its findings feed?"
      description={<span className="[overflow-wrap:anywhere]">{`${rule.product} · ${rule.rule}`}</span>}
      footer={
        <>
          <Button data-close>Keep it</Button>
          <Button variant="primary" busy={map.isPending} disabled={chosen === ''} onClick={save}>
            {map.isPending ? 'Mapping…' : 'Map the rule'}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p className="text-ink-2 text-sm">{rule.title}</p>
        <SelectField
          label="Capability"
          hint="Findings that are there follow at once, later ones when they come in."
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="" disabled>
            Choose one
          </option>
          <option value={NONE}>No capability</option>
          {choices.map(({ layer, capabilities }) => (
            <optgroup key={layer} label={layer}>
              {capabilities.map(({ id, name }) => (
                <option key={id} value={id}>
                  {id} {name}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        {map.error ? (
          <Refusal title={map.error.title} detail={map.error.detail} requestId={map.error.requestId} />
        ) : null}
      </div>
    </Dialog>
  )
}

const followed = (findings: number): string =>
  findings === 1 ? 'One finding followed.' : `${countText(findings)} findings followed.`
