import { AppError } from '@/lib/kernel/app-error'
import { SourceError } from '@/lib/sources/collect/source-error'

/** Why a source could not be asked, in one line without secrets; `isOurs` when it is an error of Proofline's own. */
export function reasonOf(error: unknown): { text: string; isOurs: boolean } {
  if (error instanceof SourceError) {
    return {
      text: `${error.operation}: ${error.code}: ${error.message}`.replace(/\s+/g, ' ').slice(0, 400),
      isOurs: false,
    }
  }
  if (error instanceof AppError && error.detail !== undefined) return { text: error.detail, isOurs: false }
  if (error instanceof Error && error.name === 'TimeoutError')
    return { text: 'The source did not answer in time.', isOurs: false }
  return { text: 'An error of Proofline’s own ended the run before anything was read.', isOurs: true }
}
