/** Which rules an operation was judged by. Any change to what a state, a coverage or a gap means takes a new number. */
export const OPERATION_FORMULA = 'operation/1'

/** How long an approved assessment speaks from its own day on. */
export const SPEAKS_MONTHS = 12
