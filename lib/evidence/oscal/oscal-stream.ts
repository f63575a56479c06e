import type { OscalObject } from './oscal-object'

/** Items that come page by page and are never held together. A list without items is left out, name and all. */
export type Streamed = AsyncIterable<readonly (OscalObject | OpenObject)[]>

/** An object of which a part is streamed; its fields are written in their order. */
export class OpenObject {
  constructor(readonly fields: Readonly<Record<string, unknown>>) {}
}

export const isStreamed = (value: unknown): value is Streamed =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

/** A list that is asked for when its turn comes, after everything before it was written. */
export async function* later(list: () => readonly OscalObject[]): AsyncGenerator<readonly OscalObject[]> {
  yield list()
}
