'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Refusal } from '@/components/ui/refusal'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast-store'
import type { ReportStyle } from '@/lib/model/report-style'
import { contrastOnWhite, READABLE_CONTRAST } from '@/lib/presentation/contrast'
import { useSaveReportStyle } from '@/lib/queries/reports'

type Props = { org: string; organization: string; style: ReportStyle }

const PRODUCT_COLOUR = '#0f5f5c'

/** Name and colour; the line under them is the head of a page. The server refuses a colour that cannot be read. */
export function StyleForm({ org, organization, style }: Props) {
  const router = useRouter()
  const save = useSaveReportStyle(org)
  const [title, setTitle] = useState(style.title ?? '')
  const [colour, setColour] = useState(style.colour ?? PRODUCT_COLOUR)
  const reason = (field: string) => save.error?.problems.find((one) => one.field === field)?.reason
  const elsewhere = save.error && save.error.problems.length === 0 ? save.error : null
  const contrast = contrastOnWhite(colour)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const own = colour === PRODUCT_COLOUR ? null : colour
    save.mutate(
      { title: title.trim() === '' ? null : title, colour: own },
      {
        onSuccess: () => {
          showToast({ title: 'Reports look as you said', tone: 'good' })
          router.refresh()
        },
      },
    )
  }
  return (
    <form onSubmit={submit} noValidate className="grid content-start gap-3">
      {elsewhere ? <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} /> : null}
      <TextField
        label="Name"
        name="title"
        hint="Empty shows the organization’s name."
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        error={reason('title')}
      />
      <TextField
        type="color"
        label="Colour"
        name="colour"
        hint={`Contrast on white ${contrast.toFixed(1)}; text needs ${READABLE_CONTRAST}.`}
        value={colour}
        onChange={({ target }) => setColour(target.value)}
        error={reason('colour')}
      />
      <div className="rounded-md border border-line bg-white px-4 py-3">
        <p className="border-b-2 pb-1 font-semibold text-sm" style={{ color: colour, borderColor: colour }}>
          {title.trim() === '' ? organization : title}
        </p>
      </div>
      <div>
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  )
}
