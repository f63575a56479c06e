'use client'

import { useEffect, useState } from 'react'
import type { PublishedKeys } from '@/lib/model/signed-statement'
import { fetchPublishedKeys } from '@/lib/queries/published-keys'
import { loadVerifier } from './load-verifier'

/** Whose key history a pack is held against. */
export type KeyHistory =
  | { from: 'loading' }
  | { from: 'installation'; keys: PublishedKeys }
  | { from: 'file'; name: string; keys: PublishedKeys }
  | { from: 'nobody' }

/**
 * The key history of this installation, fetched once with the verifier itself, until somebody gives a file instead.
 * `refused` says what was wrong with the last file; nothing is fetched afterwards.
 */
export function useKeyHistory() {
  const [history, setHistory] = useState<KeyHistory>({ from: 'loading' })
  const [refused, setRefused] = useState<string | null>(null)
  useEffect(() => {
    let isWanted = true
    const settle = (found: KeyHistory) => isWanted && setHistory((now) => (now.from === 'loading' ? found : now))
    Promise.all([loadVerifier(), fetchPublishedKeys()])
      .then(([{ keyHistory }, keys]) => settle({ from: 'installation', keys: keyHistory(keys) }))
      .catch(() => settle({ from: 'nobody' }))
    return () => {
      isWanted = false
    }
  }, [])
  const give = async (file: File): Promise<void> => {
    try {
      const { keyHistory } = await loadVerifier()
      setHistory({ from: 'file', name: file.name, keys: keyHistory(JSON.parse(await file.text())) })
      setRefused(null)
    } catch (error) {
      const why = error instanceof SyntaxError || !(error instanceof Error) ? 'it is not JSON.' : error.message
      setRefused(`${file.name} is not used: ${why}`)
    }
  }
  return { history, refused, give, forget: () => setHistory({ from: 'nobody' }) }
}
