import { run } from './tool'

export const HOW_TO_GET_OPENPYXL = 'pip install "openpyxl==3.1.5"'

/** The `python3` on the path, when it can read workbooks; else why there is none that does. */
export async function findOpenpyxl(): Promise<{ python: string } | { absent: string }> {
  const { code } = await run('python3', ['-c', 'import openpyxl'])
  if (code === 0) return { python: 'python3' }
  return { absent: code === 127 ? 'python3 is not on the path' : 'python3 has no openpyxl' }
}
