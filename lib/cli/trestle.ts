import { run } from './tool'

export const HOW_TO_GET_TRESTLE = 'pip install "compliance-trestle==5.2.0"'
const VERSION = /v5\.2\./

/** The `trestle` on the path, when it is of the version that is meant; else why there is none. */
export async function findTrestle(): Promise<{ trestle: string } | { absent: string }> {
  const { code, output } = await run('trestle', ['version'])
  if (code !== 0) return { absent: 'trestle is not on the path' }
  return VERSION.test(output) ? { trestle: 'trestle' } : { absent: `trestle on the path is ${output.trim()}, not 5.2` }
}
