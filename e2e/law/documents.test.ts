import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from './source-tree'

const PATH = /^(\.ci|\.github|app|components|deploy|e2e|lib|prisma|public)\/[^*<>{}\s]*$|^[A-Z]+\.md$|^\.[a-z-]+\.mjs$/
const SCRIPT = /\bnpm (?:run (?:-s )?)?([a-z][a-z:]*)/g
const NPM_OWN = new Set(['install', 'ci', 'run'])

const documents = sourceFiles().filter((path) => /^[A-Z]+\.md$/.test(path))
const quoted = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts)

describe.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8')

  test('names only files and folders that exist', () => {
    expect(quoted(text).filter((word) => PATH.test(word) && !existsSync(word))).toEqual([])
  })

  test('names only npm commands that exist', () => {
    const named = quoted(text)
      .concat(text.match(/^npm .*$/gm) ?? [])
      .flatMap((words) => [...words.matchAll(SCRIPT)].map((match) => match[1] ?? ''))
    expect(named.filter((name) => !NPM_OWN.has(name) && !scripts.includes(name))).toEqual([])
  })
})
