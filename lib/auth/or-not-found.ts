import { notFound } from 'next/navigation'
import { AppError } from '@/lib/kernel/app-error'

/** What a page asked for, or the page for what does not exist; a page's address may name anything. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') notFound()
    throw error
  }
}
