'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { LocalTime } from '@/components/ui/local-time'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast-store'
import type { OneTimeLink } from '@/lib/model/member'

/** A link that is told this once: to be passed on by a way that reaches nobody else. */
export function OneTimeLinkView({ link: { url, expiresAt }, name }: { link: OneTimeLink; name: string }) {
  const field = useRef<HTMLDivElement>(null)
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(url)
      showToast({ title: 'Link copied', tone: 'good' })
    } catch {
      // Without permission for the clipboard the person copies it themselves.
      field.current?.querySelector('input')?.select()
    }
  }
  return (
    <div className="grid gap-3">
      <Callout tone="warn" title="This link is shown only now">
        Whoever opens it signs in as {name}. Pass it on by a way that only {name} reads. It works once, until{' '}
        <LocalTime instant={expiresAt} show="time" />.
      </Callout>
      <div ref={field} className="flex items-end gap-2">
        <TextField
          className="flex-1"
          label="Sign-in link"
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={copy}>Copy</Button>
      </div>
    </div>
  )
}
