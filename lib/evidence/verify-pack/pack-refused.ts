import { AppError } from '@/lib/kernel/app-error'
import type { PackFault, PackFaultReason } from '@/lib/model/pack-verification'

/** One thing wrong with a pack, thrown where it is found; `verifyPack` lists it, everybody else refuses the file with it. */
export class PackRefused extends AppError {
  readonly fault: PackFault

  constructor(reason: PackFaultReason, file: string | null, sentence: string, cause?: unknown) {
    super('invalid', { detail: sentence, problems: [{ field: file ?? 'pack', reason: sentence }], cause })
    this.name = 'PackRefused'
    this.fault = { file, reason, sentence }
  }
}
