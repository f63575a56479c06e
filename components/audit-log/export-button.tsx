'use client'

import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { useAuditLogFile } from '@/lib/queries/audit-log'

type Props = { path: string; fileName: string; children: string }

/** Fetches a file of the log and has the browser keep it. */
export function ExportButton({ path, fileName, children }: Props) {
  const file = useAuditLogFile(path)
  const start = () =>
    file.mutate(undefined, {
      onSuccess: (content) => save(content, fileName),
      onError: ({ title, detail }) => showToast({ title, detail, tone: 'bad' }),
    })
  return (
    <Button disabled={file.isPending} onClick={start}>
      {file.isPending ? 'Exporting…' : children}
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
