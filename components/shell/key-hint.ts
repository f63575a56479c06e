/** Keys pressed together or one of several, and what they do. */
export type KeyHint = { keys: readonly string[]; does: string }
