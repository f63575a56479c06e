import { notFound } from 'next/navigation'
import { AppError } from '@/lib/kernel/app-error'

/**
 * What a page asked for, or the page for what does not exist. A page's address may name anything: what is not there, and
 * what cannot be read at all, such as a cursor cut short.
 */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not-found' || error.code === 'invalid')) notFound()
    throw error
  }
}
