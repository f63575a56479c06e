import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a build is made of. The command line and tests run without one, so changing them does not make it stale. */
const FOLDERS = ['app', 'components', 'lib', 'public', 'prisma/schema']
const FILES = ['package-lock.json', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'proxy.ts']
const IRRELEVANT = /^lib\/(cli|testing|db\/generated)(\/|$)|\.(test|spec)\.tsx?$/

/** One value for everything a build is made of; the same files give the same value on every machine. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256')
  const files = [
    ...FOLDERS.flatMap((folder) => filesIn(root, folder)),
    ...FILES.filter((file) => existsSync(join(root, file))),
  ]
  for (const file of files.sort()) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (IRRELEVANT.test(path)) return []
    return entry.isDirectory() ? filesIn(root, path) : [path]
  })
}
