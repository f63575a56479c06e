import { AppError, type Problem } from '@/lib/kernel/app-error'

/** The error for a file whose structure cannot be read: nothing of it is taken. `row` is a 1-based line when known. */
export const refuseFile = ({ row, field, reason }: Problem): AppError =>
  new AppError('invalid', {
    detail: row === undefined ? `The file cannot be read: ${reason}` : `Row ${row} cannot be read: ${reason}`,
    problems: [row === undefined ? { field, reason } : { row, field, reason }],
  })
