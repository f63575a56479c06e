type Step = () => Promise<unknown>

const waiting: Step[] = []
let givenUp: Promise<void> | null = null

/** Runs `work` and then `step`: also after a failure, and when the whole run is given up in the middle. */
export async function afterwards<T>(step: Step, work: () => Promise<T>): Promise<T> {
  waiting.unshift(step)
  try {
    return await work()
  } finally {
    const at = waiting.indexOf(step)
    if (givenUp) await givenUp
    else if (at >= 0) await waiting.splice(at, 1)[0]?.()
  }
}

/** Takes every step that still waits, the latest first; one that fails does not keep the others from running. */
export function giveUp(): Promise<void> {
  givenUp ??= takeAll()
  return givenUp
}

async function takeAll(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) await step().catch(() => {})
}
