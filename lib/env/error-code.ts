/** Whether a failure of Node's carries this code, as ENOENT or EEXIST. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
