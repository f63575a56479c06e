import { run } from './tool'

export const HOW_TO_GET_MOTO = 'pip install "moto[server]==5.2.1"'

/** The `moto_server` on the path, when it runs; else why there is none. */
export async function findMoto(): Promise<{ moto: string } | { absent: string }> {
  const { code } = await run('moto_server', ['--help'])
  return code === 0 ? { moto: 'moto_server' } : { absent: 'moto_server is not on the path' }
}
