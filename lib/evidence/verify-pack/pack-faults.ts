import type { PackCheck, PackCheckName, PackFault } from '@/lib/model/pack-verification'
import { PackRefused } from './pack-refused'

/** As many as are listed; a pack with more is not better understood by them. */
const MOST_FAULTS = 100

/** What was looked at so far and what was wrong with it. */
export type PackFaults = {
  faults: PackFault[]
  checks: PackCheck[]
  /** Runs one piece of work; a PackRefused is written down and gives null, anything else is thrown on. */
  tried<T>(work: () => Promise<T> | T): Promise<T | null>
  /** Runs the work of a check. It passed when nothing was written down meanwhile, and then says what `sentence` gives. */
  check<T>(name: PackCheckName, work: () => Promise<T>, sentence: (result: T) => string): Promise<T | null>
  /** Says why a check was not made. */
  skip(name: PackCheckName, sentence: string): void
}

export function packFaults(): PackFaults {
  const faults: PackFault[] = []
  const checks: PackCheck[] = []
  const tried: PackFaults['tried'] = async (work) => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof PackRefused)) throw error
      if (faults.length < MOST_FAULTS) faults.push(error.fault)
      return null
    }
  }
  return {
    faults,
    checks,
    tried,
    async check(name, work, sentence) {
      const before = faults.length
      const done = await tried(async () => {
        const result = await work()
        return { result, sentence: sentence(result) }
      })
      const [first, ...others] = faults.slice(before)
      const more = others.length > 0 ? ` And ${others.length} more.` : ''
      checks.push({
        check: name,
        passed: !first,
        sentence: first ? `${first.sentence}${more}` : (done?.sentence ?? ''),
      })
      return done ? done.result : null
    },
    skip: (check, sentence) => void checks.push({ check, passed: null, sentence }),
  }
}
