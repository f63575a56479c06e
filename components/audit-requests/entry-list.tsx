import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { TextLink } from '@/components/ui/text-link'
import type { RequestEntry, RequestFile } from '@/lib/model/audit-request'
import { requestDeedText } from '@/lib/presentation/audit-request'
import { bytesText } from '@/lib/presentation/bytes'

type FileHref = { fileHrefOf: (id: string) => string }
type Props = FileHref & { entries: readonly RequestEntry[] }

/** All that was said about a request, oldest first, each with who said it and when. */
export const EntryList = ({ entries, fileHrefOf }: Props) => (
  <Card title={entries.length === 0 ? 'Nothing has been said yet' : 'What was said'}>
    {entries.length === 0 ? undefined : (
      <ol className="grid gap-4">
        {entries.map(({ id, at, kind, text, actorName, files }) => (
          <li key={id} className="border-line border-l-2 pl-3 text-sm">
            <p className="text-ink-3 text-xs">
              <span className="font-medium text-ink">{actorName}</span> {requestDeedText(kind)},{' '}
              <LocalTime instant={at} />
            </p>
            {text === '' ? null : <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>}
            <Files files={files} fileHrefOf={fileHrefOf} />
          </li>
        ))}
      </ol>
    )}
  </Card>
)

const Files = ({ files, fileHrefOf }: FileHref & { files: readonly RequestFile[] }) =>
  files.length === 0 ? null : (
    <ul className="mt-1 grid gap-1">
      {files.map(({ id, title, bytes, sha256 }) => (
        <li key={id} className="[overflow-wrap:anywhere]">
          <TextLink href={fileHrefOf(id)} prefetch={false}>
            {title}
          </TextLink>{' '}
          <span className="text-ink-3 text-xs">
            {bytesText(bytes)}, SHA-256 {sha256}
          </span>
        </li>
      ))}
    </ul>
  )
