'use client'

import { useRef, useState } from 'react'
import type { PackVerification } from '@/lib/model/pack-verification'
import type { PublishedKeys } from '@/lib/model/signed-statement'
import { loadVerifier } from './load-verifier'

export type Verifying =
  | { phase: 'idle' }
  /** `bytes` of `ofBytes` compared; null before the list of files was read. */
  | { phase: 'working'; name: string; bytes: number | null; ofBytes: number }
  | { phase: 'done'; name: string; found: PackVerification }
  | { phase: 'failed'; name: string; why: string }

/** More often than this a person does not see how far it is. */
const TELL_EVERY_MS = 100

/** Verifies one pack at a time in this browser; a later one takes the place of an earlier. */
export function usePackVerification() {
  const [state, setState] = useState<Verifying>({ phase: 'idle' })
  const turn = useRef(0)
  const verify = async (file: File, keys: PublishedKeys | null): Promise<void> => {
    turn.current += 1
    const mine = turn.current
    const show = (next: Verifying) => mine === turn.current && setState(next)
    const { name } = file
    let told = 0
    show({ phase: 'working', name, bytes: null, ofBytes: 0 })
    try {
      const { verifyPack } = await loadVerifier()
      const found = await verifyPack(file, keys, {
        progress: ({ bytes, ofBytes }) => {
          if (performance.now() - told < TELL_EVERY_MS) return
          told = performance.now()
          show({ phase: 'working', name, bytes, ofBytes })
        },
      })
      show({ phase: 'done', name, found })
    } catch (error) {
      show({ phase: 'failed', name, why: whyOf(error) })
    }
  }
  return { state, verify }
}

/** What keeps a browser from verifying at all, which says nothing about the pack. */
function whyOf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotSupportedError') return 'This browser cannot verify Ed25519 signatures. A newer one can.'
  if (name === 'NotReadableError') return 'The file cannot be read any more. Choose it once more.'
  if (globalThis.isSecureContext === false) return 'Browsers verify signatures only on pages that came over https.'
  return 'The browser could not go through with it. Try another one, or the command line.'
}
