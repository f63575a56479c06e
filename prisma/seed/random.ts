/** A reproducible source of numbers. Its methods draw in order, so the same calls give the same values. */
export type Random = {
  /** Uniform, 0 ≤ value < 1. */
  next: () => number
  /** Whole number, both ends included. */
  int: (from: number, to: number) => number
  chance: (probability: number) => boolean
  /** Approximately standard normal: twelve uniforms, so nothing but additions decides the value. */
  normal: () => number
  /** One of the values, as likely as its weight. */
  weighted: <T>(choices: readonly (readonly [T, number])[]) => T
}

/** FNV-1a, 32 bits. */
function hash(name: string): number {
  let state = 0x811c9dc5
  for (let i = 0; i < name.length; i++) state = Math.imul(state ^ name.charCodeAt(i), 0x01000193)
  return state >>> 0
}

/** mulberry32 (T. Ettinger, public domain): 32 bits of state, enough for a story. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Numbers that follow from the name alone: each part of a story has its own, so a change in one leaves the others. */
export function seededRandom(name: string): Random {
  const next = mulberry32(hash(name))
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    normal: () => {
      let sum = -6
      for (let i = 0; i < 12; i++) sum += next()
      return sum
    },
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of choices) {
        left -= weight
        if (left < 0) return value
      }
      throw new RangeError(`nothing to choose from in ${name}`)
    },
  }
}
