export type SaveState =
  | { kind: 'idle' }
  /** Changed, and about to be sent. */
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'failed'; problem: unknown }

export type Autosave<T> = {
  /** Sends the value after `delayMs`, unless a newer one comes first. */
  change: (value: T, delayMs: number) => void
  /** Sends at once what waits, also after a failure. */
  flush: () => void
  /** Whether the server holds everything that was changed. */
  isSettled: () => boolean
}

type Options<T> = {
  save: (value: T) => Promise<unknown>
  tell: (state: SaveState) => void
  /** Epoch milliseconds. */
  clock: () => number
}

/**
 * Saves what changes without being asked. One request is under way at a time and the newest value wins, so answers cannot
 * overtake each other. What the server refused is kept until it is sent again or replaced: nothing is lost silently.
 */
export function createAutosave<T>({ save, tell, clock }: Options<T>): Autosave<T> {
  let waiting: { value: T } | null = null
  let isSending = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    if (isSending || waiting === null) return
    const sent = waiting
    waiting = null
    isSending = true
    tell({ kind: 'saving' })
    const outcome = await save(sent.value).then(
      () => ({ kind: 'saved' as const, at: clock() }),
      (problem: unknown) => ({ kind: 'failed' as const, problem }),
    )
    isSending = false
    if (outcome.kind === 'failed') waiting ??= sent
    else if (waiting !== null) return flush()
    tell(outcome)
  }

  return {
    change(value, delayMs) {
      waiting = { value }
      clearTimeout(timer)
      timer = setTimeout(flush, delayMs)
      if (!isSending) tell({ kind: 'waiting' })
    },
    flush: () => void flush(),
    isSettled: () => !isSending && waiting === null,
  }
}
