'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Refusal } from '@/components/ui/refusal'
import { showToast } from '@/components/ui/toast-store'
import { useMapRequirement } from '@/lib/queries/frameworks'
import { CapabilityChoice, type Choices } from './capability-choice'

type Props = {
  org: string
  framework: string
  requirement: { id: string; title: string | null; text: string | null }
  current: readonly string[]
  choices: Choices
}

/** Says to which capabilities a requirement speaks. The choices come into the page when they are asked for. */
export function MapRequirement(props: Props) {
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  const verb = props.current.length === 0 ? 'Map' : 'Change'
  return (
    <>
      <Button
        size="sm"
        className="ml-auto flex"
        aria-haspopup="dialog"
        aria-label={`${verb} ${props.requirement.id}`}
        onClick={() => setState('open')}
      >
        {verb}
      </Button>
      {state === 'never' ? null : <MapDialog {...props} open={state === 'open'} onClose={() => setState('closed')} />}
    </>
  )
}

function MapDialog({
  org,
  framework,
  requirement,
  current,
  choices,
  ...dialog
}: Props & { open: boolean; onClose: () => void }) {
  const router = useRouter()
  const map = useMapRequirement(org, framework)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(current))
  const save = () =>
    map.mutate(
      { requirement: requirement.id, capabilities: [...chosen] },
      {
        onSuccess: ({ id, capabilities }) => {
          dialog.onClose()
          const ids = capabilities.map((one) => one.id).join(', ')
          showToast({ title: ids === '' ? `${id} is mapped to nothing` : `${id} is mapped to ${ids}`, tone: 'good' })
          router.refresh()
        },
      },
    )
  return (
    <Dialog
      {...dialog}
      title={`Which capabilities speak to ${requirement.id}?`}
      description={requirement.title ?? undefined}
      footer={
        <>
          <Button data-close>Keep it</Button>
          <Button variant="primary" busy={map.isPending} onClick={save}>
            {map.isPending ? 'Mapping…' : chosen.size === 0 ? 'Map to none' : `Map to ${chosen.size}`}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        {requirement.text === null ? null : (
          <p className="max-h-32 overflow-y-auto whitespace-pre-line text-ink-2 text-sm">{requirement.text}</p>
        )}
        <CapabilityChoice choices={choices} chosen={chosen} onChange={setChosen} />
        {map.error ? (
          <Refusal title={map.error.title} detail={map.error.detail} requestId={map.error.requestId} />
        ) : null}
      </div>
    </Dialog>
  )
}
