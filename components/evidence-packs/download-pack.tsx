'use client'

import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { usePackFile } from '@/lib/queries/evidence-packs'

/** Fetches the ZIP and has the browser keep it; that it was handed out is in the audit log. */
export function DownloadPack({ org, id, fileName }: { org: string; id: string; fileName: string }) {
  const file = usePackFile(org, id)
  const start = () =>
    file.mutate(undefined, {
      onSuccess: (content) => save(content, fileName),
      onError: ({ title, detail }) => showToast({ title, detail, tone: 'bad' }),
    })
  return (
    <Button variant="primary" disabled={file.isPending} onClick={start}>
      {file.isPending ? 'Downloading…' : 'Download'}
    </Button>
  )
}

function save(content: Blob, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = fileName
  link.click()
  URL.revokeObjectURL(link.href)
}
