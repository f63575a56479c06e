import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { FileDrop } from '@/components/ui/file-drop'
import type { KeyHistory } from './use-key-history'

type Props = {
  history: KeyHistory
  /** Why the last file was not taken. */
  refused: string | null
  onFile: (file: File) => void
  onForget: () => void
}

/** Whose keys are believed, and how to name others. */
export const KeyChoice = ({ history, refused, onFile, onForget }: Props) => (
  <Card title="Whose keys are believed" level={2}>
    <p className="text-ink-2 text-sm">{SENTENCES[history.from](history)}</p>
    <details className="mt-2 text-sm">
      <summary className="cursor-pointer text-accent">Believe other keys</summary>
      <div className="mt-3 grid gap-3">
        <FileDrop
          label="Key history in a file"
          hint="proofline-keys.json, from the organization that made the pack"
          accept=".json,application/json"
          error={refused ?? undefined}
          onFiles={([file]) => file && onFile(file)}
        />
        {'keys' in history ? (
          <Button className="justify-self-start" onClick={onForget}>
            Believe no keys but compare the fingerprint
          </Button>
        ) : null}
      </div>
    </details>
  </Card>
)

const SENTENCES: { readonly [from in KeyHistory['from']]: (history: KeyHistory) => string } = {
  loading: () => 'The key history of this installation is being fetched.',
  installation: () =>
    'Those of this installation: a pack that another one signed is refused. Its keys are the only thing that is fetched.',
  file: (history) => `Those in ${keysFromText(history)}.`,
  nobody: () =>
    'None: the key inside the pack is used, which says nothing about who signed. Compare its fingerprint with one you have from the organization.',
}

/** Where the keys come from, in a few words. */
export function keysFromText(history: KeyHistory): string {
  if (history.from === 'file') return history.name
  return history.from === 'installation' ? 'this installation' : 'the pack itself'
}
