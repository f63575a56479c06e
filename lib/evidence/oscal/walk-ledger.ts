const MOST_FAULTS = 100

/** What a walk has met so far: who is there, who is asked for and not yet met, and what is wrong. */
export class WalkLedger {
  readonly faults: { path: string; reason: string }[] = []
  readonly #known = new Set<string>()
  /** By what is asked for, the path that asked first. */
  readonly #asked = new Map<string, string>()

  constructor(private readonly trail: readonly string[]) {}

  fault(reason: string, path = this.trail.join('/')): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ path, reason })
  }

  /** Something that may be pointed at. `space` keeps ids apart that may be equal. */
  define(id: string, space = ''): void {
    const before = this.#known.size
    if (this.#known.add(space + id).size === before) this.fault(`${id} is there twice`)
  }

  /** Something that has to be there when the document ends. */
  ask(id: string, space = ''): void {
    const key = space + id
    if (!this.#known.has(key) && !this.#asked.has(key)) this.#asked.set(key, this.trail.join('/'))
  }

  close(): readonly { path: string; reason: string }[] {
    for (const [key, path] of this.#asked)
      if (!this.#known.has(key)) this.fault(`${key} is nowhere in the document`, path)
    return this.faults
  }
}
