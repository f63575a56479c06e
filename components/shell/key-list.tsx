'use client'

import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import type { KeyHint } from './key-hint'

const EVERYWHERE: readonly KeyHint[] = [
  { keys: ['Ctrl', 'K'], does: 'Search or jump to a page or organization' },
  { keys: ['?'], does: 'Show this list' },
  { keys: ['Esc'], does: 'Close what is open' },
]

/** The keys of this page and of every page. */
export const KeyList = ({ keys, onClose }: { keys: readonly KeyHint[]; onClose: () => void }) => (
  <Dialog open onClose={onClose} title="Keys" size="sm">
    <dl>
      {[...keys, ...EVERYWHERE].map((hint) => (
        <div
          key={hint.does}
          className="flex items-center justify-between gap-6 border-line border-b py-2 last:border-b-0"
        >
          <dt className="text-ink-2">{hint.does}</dt>
          <dd className="flex gap-1">
            {hint.keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </Dialog>
)
