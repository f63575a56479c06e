import { redirect } from 'next/navigation'
import { AppError } from '@/lib/kernel/app-error'
import type { Membership } from '@/lib/model/actor'
import { outsideAddress } from './desk-address'
import { orNotFound } from './or-not-found'

/** What a page of the desk asked for; an auditor whose grants do not hold it is told that it is not part of the audit. */
export async function orOutsideAudit<T>({ slug, scoped }: Membership, asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (scoped && error instanceof AppError && error.code === 'forbidden') redirect(outsideAddress(slug))
    return orNotFound(Promise.reject(error))
  }
}
