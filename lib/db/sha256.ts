import { hash } from 'node:crypto'
import type { Digest } from '@/lib/kernel/digest'

/** The hexadecimal SHA-256 of a text's UTF-8 bytes, as the engines take it. */
export const sha256: Digest = (text) => hash('sha256', text, 'hex')
