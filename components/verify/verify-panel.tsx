'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { FileDrop } from '@/components/ui/file-drop'
import { Progress } from '@/components/ui/progress'
import { packVerdictTitle } from '@/lib/presentation/pack-verification'
import { KeyChoice, keysFromText } from './key-choice'
import { PackResult } from './pack-result'
import { useKeyHistory } from './use-key-history'
import { usePackVerification, type Verifying } from './use-pack-verification'

/** Drop a pack, see whether it is what it says: nothing leaves the browser. */
export function VerifyPanel() {
  const { history, refused, give, forget } = useKeyHistory()
  const { state, verify } = usePackVerification()
  const [pack, setPack] = useState<File | null>(null)
  const begin = (file: File) => {
    setPack(file)
    void verify(file, 'keys' in history ? history.keys : null)
  }
  return (
    <div className="grid gap-4">
      <FileDrop
        label="Drop an evidence pack here, or choose one"
        hint="A ZIP file. It is read in this browser and not uploaded."
        accept=".zip,application/zip"
        disabled={history.from === 'loading'}
        onFiles={([file]) => file && begin(file)}
      />
      <KeyChoice history={history} refused={refused} onFile={(file) => void give(file)} onForget={forget} />
      {pack && state.phase !== 'working' ? (
        <Button className="justify-self-start" onClick={() => begin(pack)}>
          Verify {pack.name} once more
        </Button>
      ) : null}
      <p role="status" className="sr-only">
        {statusOf(state)}
      </p>
      <Outcome state={state} keysFrom={keysFromText(history)} />
    </div>
  )
}

function Outcome({ state, keysFrom }: { state: Verifying; keysFrom: string }) {
  if (state.phase === 'idle') return null
  if (state.phase === 'done') return <PackResult name={state.name} found={state.found} keysFrom={keysFrom} />
  if (state.phase === 'failed') {
    return (
      <Callout tone="warn" title={`${state.name} was not verified`}>
        {state.why}
      </Callout>
    )
  }
  return (
    <Card title={state.name}>
      <Progress label="Verifying" value={state.bytes} max={state.ofBytes} />
    </Card>
  )
}

function statusOf(state: Verifying): string {
  if (state.phase === 'idle') return ''
  if (state.phase === 'working') return `Verifying ${state.name}`
  return state.phase === 'done' ? `${packVerdictTitle(state.found)}.` : `${state.name} was not verified. ${state.why}`
}
