import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const ignored = new Set(
  readFileSync('.gitignore', 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, ''))
    .filter((line) => line !== ''),
)

const isIgnored = (path: string, name: string) =>
  ignored.has(path) || ignored.has(name) || (name.endsWith('.tsbuildinfo') && ignored.has('*.tsbuildinfo'))

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = relative('.', join(folder, entry.name))
    if (entry.name === '.git' || isIgnored(path, entry.name)) return []
    return entry.isDirectory() ? walk(path) : [path]
  })
}

/** Every file a clone would hold, relative to the checkout, whether committed yet or not. Reads .gitignore, needs no git. */
export const sourceFiles = (): readonly string[] => walk('.')

/** What lies at the top of the checkout, folders included. */
export const topLevel = (): readonly string[] =>
  readdirSync('.').filter((name) => name !== '.git' && !isIgnored(name, name))

/** Lines that carry something: blank ones and those that hold only a comment are left out. */
export const codeLines = (file: string): number =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length
