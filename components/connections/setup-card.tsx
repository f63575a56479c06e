'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { showToast } from '@/components/ui/toast-store'
import type { ConnectionSetup, SetupFile } from '@/lib/model/connection-setup'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; id: string; setup: ConnectionSetup }

/** What to do at the source, with the files that do it: copied or downloaded. */
export function SetupCard({ org, id, setup }: Props) {
  const [chosen, setChosen] = useState(setup.files[0]?.id)
  const file = setup.files.find((one) => one.id === chosen)
  return (
    <Card title="What to set up at the source" note="Rights to read, and no more.">
      <ol className="grid list-decimal gap-1.5 pl-5 text-sm [overflow-wrap:anywhere]">
        {setup.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {setup.missing ? (
        <Callout tone="warn" className="mt-4 [overflow-wrap:anywhere]" title="One thing is to be filled in">
          {setup.missing}
        </Callout>
      ) : null}
      {file ? (
        <div className="mt-4 grid gap-3">
          {setup.files.length > 1 ? (
            <fieldset className="flex min-w-0 flex-wrap gap-2">
              <legend className="sr-only">Form</legend>
              {setup.files.map((one) => (
                <Button
                  key={one.id}
                  size="sm"
                  aria-pressed={one.id === chosen}
                  className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
                  onClick={() => setChosen(one.id)}
                >
                  {one.label}
                </Button>
              ))}
            </fieldset>
          ) : null}
          <FileText file={file} href={paths.api.connectionSetup(org, id, file.id)} />
        </div>
      ) : null}
    </Card>
  )
}

function FileText({ file, href }: { file: SetupFile; href: string }) {
  const copy = () =>
    navigator.clipboard.writeText(file.text).then(
      () => showToast({ title: 'Copied', tone: 'good' }),
      // Without permission for the clipboard the text can still be selected.
      () => showToast({ title: 'The browser does not let us copy: select the text instead', tone: 'neutral' }),
    )
  return (
    <figure className="min-w-0 rounded-lg border border-line bg-bg">
      <figcaption className="flex flex-wrap items-center justify-between gap-2 border-line border-b px-3 py-1.5 text-ink-2 text-xs">
        {file.fileName}
        <span className="flex gap-2">
          <LinkButton size="sm" href={href} prefetch={false}>
            Download
          </LinkButton>
          <Button size="sm" onClick={() => void copy()}>
            Copy
          </Button>
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="max-h-112 overflow-auto px-3 py-2.5 font-mono text-xs leading-relaxed">
        {file.text}
      </pre>
    </figure>
  )
}
