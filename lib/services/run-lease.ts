import { env } from '@/lib/env'

/** The lease of a run or a unit is somebody else's by now, or the run was cancelled: whoever lost it writes nothing. */
export class RunLost extends Error {
  constructor() {
    super('the run is not ours any more')
    this.name = 'RunLost'
  }
}

/** After how long without a sign of life somebody else goes on. */
export const leaseSeconds = (): number => env().leaseSeconds
