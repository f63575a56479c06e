import { Card } from '@/components/ui/card'
import type { PackFile } from '@/lib/model/pack-manifest'
import { bytesText } from '@/lib/presentation/bytes'
import { countText } from '@/lib/presentation/number'

const MOST_FILES = 200

/** Everything in the pack by folder, each file with its SHA-256. */
export const PackContents = ({ files }: { files: readonly PackFile[] }) => (
  <Card title="Contents" note={`${countText(files.length)} files are listed and signed.`}>
    <div className="grid gap-2">
      {[...byFolder(files)].map(([folder, inside]) => (
        <details key={folder} className="rounded-md border border-line px-3 py-2">
          <summary className="cursor-pointer text-sm">
            <code>{folder === '' ? 'top' : `${folder}/`}</code>{' '}
            <span className="text-ink-3 text-xs">
              {countText(inside.length)} files, {bytesText(inside.reduce((sum, { bytes }) => sum + bytes, 0))}
            </span>
          </summary>
          <ul className="mt-2 grid gap-2">
            {inside.slice(0, MOST_FILES).map(({ path, sha256, bytes }) => (
              <li key={path} className="text-xs [overflow-wrap:anywhere]">
                <code>{path}</code> <span className="text-ink-3">{bytesText(bytes)}</span>
                <code className="block text-ink-3">{sha256}</code>
              </li>
            ))}
          </ul>
          {inside.length > MOST_FILES ? (
            <p className="mt-2 text-ink-3 text-xs">
              {countText(inside.length - MOST_FILES)} more are listed in MANIFEST inside the pack.
            </p>
          ) : null}
        </details>
      ))}
    </div>
  </Card>
)

function byFolder(files: readonly PackFile[]): Map<string, PackFile[]> {
  const folders = new Map<string, PackFile[]>()
  for (const file of files) {
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.indexOf('/')) : ''
    const inside = folders.get(folder) ?? []
    inside.push(file)
    folders.set(folder, inside)
  }
  return folders
}
