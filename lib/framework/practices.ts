import index from './catalogue/0.1/practices.json'

/** Every practice named by the source papers, with the capabilities that take it up. */
export const practiceIndex: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(index))
