'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { showToast } from '@/components/ui/toast-store'
import type { ImportBatch } from '@/lib/model/import-batch'
import { useUndoImport } from '@/lib/queries/imports'

/** Says what will go before it goes. */
export function UndoImport({ org, batch }: { org: string; batch: ImportBatch }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const undo = useUndoImport(org, batch.id)
  const confirm = () =>
    undo.mutate(undefined, {
      onSuccess: () => {
        setOpen(false)
        showToast({ title: `Import of ${batch.fileName} undone`, tone: 'good' })
        router.refresh()
      },
    })
  return (
    <>
      <Button size="sm" aria-label={`Undo the import of ${batch.fileName}`} onClick={() => setOpen(true)}>
        Undo
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        size="sm"
        title="Undo this import?"
        footer={
          <>
            <Button data-close>Keep it</Button>
            <Button variant="danger" disabled={undo.isPending} onClick={confirm}>
              {undo.isPending ? 'Undoing…' : 'Undo the import'}
            </Button>
          </>
        }
      >
        <p className="text-left text-ink-2 text-sm">
          {batch.created} records it made are removed, {batch.updated} it changed become what they were before, and the
          months are computed again.
        </p>
        {undo.error ? (
          <Callout tone="bad" className="mt-3 text-left" title={undo.error.title}>
            {undo.error.detail}
          </Callout>
        ) : null}
      </Dialog>
    </>
  )
}
