// Plain JavaScript without packages: it runs before anything is installed, on whatever Node the machine has.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const OLDEST_NODE = 22
const ORPHAN_POLL_MS = 1000
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const modules = join(root, 'node_modules')
const bin = join(modules, '.bin')
const [command = 'help', ...args] = process.argv.slice(2)

const elsewhere = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== bin)
const environment = (path) => ({
  ...process.env,
  PATH: path.join(delimiter),
  // Generating the client wants this variable, not the engine, which would have to be downloaded: any program will do.
  PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? '/bin/true',
})

/**
 * Who started us: our parent, and behind a shell whoever started the shell. proc(5): number, (name), state, parent.
 * Behind anything else the grandparent is none of our business: a terminal may close under `nohup npm start`.
 */
function ancestors() {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8')) ?? []
    return /^(sh|dash|bash|ash|zsh)$/.test(name ?? '') ? `${process.ppid} ${parent}` : String(process.ppid)
  } catch {
    return String(process.ppid)
  }
}

/** Runs a program to its end and gives its code. Signals meant for us go to it, and it decides when to stop. */
function run(file, argv, stdio, env = environment([bin, ...elsewhere])) {
  const child = spawn(file, argv, { cwd: root, env, stdio })
  const forward = (signal) => child.kill(signal)
  for (const signal of SIGNALS) process.on(signal, forward)
  // npm starts us through a shell. Killed outright neither can tell us, and what they started must not outlive them.
  const family = process.env.npm_lifecycle_event ? ancestors : () => ''
  const before = family()
  const watch = setInterval(() => family() !== before && child.kill('SIGTERM'), ORPHAN_POLL_MS)
  return new Promise((resolve) => {
    const finish = (code) => {
      clearInterval(watch)
      for (const signal of SIGNALS) process.off(signal, forward)
      resolve(code)
    }
    child.on('error', (error) => {
      process.stderr.write(`${file} could not be started: ${error.message}\n`)
      finish(127)
    })
    child.on('exit', (code, signal) => finish(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

const json = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

/** Whether npm's record of what it installed has what the lock file asks for; what is optional may be absent. */
function isInstalled() {
  const installed = json(join(modules, '.package-lock.json')).packages
  if (!installed) return false
  const needsDev = ['test', 'contract', 'check', 'bench'].includes(command)
  const wanted = Object.entries(json(join(root, 'package-lock.json')).packages ?? {})
  return wanted.every(([path, { version, optional, devOptional, dev }]) => {
    const found = installed[path]?.version
    const mayBeAbsent = optional || devOptional || (dev && !needsDev)
    return path === '' || found === version || (found === undefined && mayBeAbsent)
  })
}

/**
 * Versions are those of the lock file, and nothing is written to it. Not `npm ci`, which refuses a lock file that does not
 * list the binaries of every platform. npm runs on a Node outside node_modules, because it may replace the one inside.
 */
function install() {
  process.stderr.write('Installing packages. This takes about a minute and happens once.\n')
  const argv = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const [file, first] = npm?.endsWith('npm-cli.js') && node && !node.startsWith(modules) ? [node, [npm]] : ['npm', []]
  return run(file, [...first, ...argv], ['ignore', 'ignore', 'inherit'], environment(elsewhere))
}

function schemaHash() {
  const folder = join(root, 'prisma/schema')
  const hash = createHash('sha256').update(json(join(modules, 'prisma/package.json')).version ?? '')
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}

/** The database client is made from the schema, so it is not in the repository. */
async function generate(node) {
  const mark = join(root, 'lib/db/generated/schema.sha256')
  const hash = schemaHash()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return 0
  const said = join(modules, '.prisma-generate.log')
  const log = openSync(said, 'w')
  const code = await run(node, [join(modules, 'prisma/build/index.js'), 'generate'], ['ignore', log, log])
  if (code === 0) writeFileSync(mark, hash)
  else process.stderr.write(readFileSync(said))
  return code
}

function nodeToUse() {
  const own = join(bin, 'node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.execPath
  process.stderr.write(`Node ${OLDEST_NODE} or newer is needed: npm did not install its own (the package "node").\n`)
  return null
}

// An import makes and drops rows by the million; a nursery that cannot grow keeps its memory the same for every file. Whoever
// reads sources waits for them, so that what costs time and saves memory costs nothing.
const READER = ['--max-semi-space-size=4', '--heap-growing-percent=10', '--optimize-for-size']
const MEMORY = {
  import: ['--max-semi-space-size=8', '--heap-growing-percent=10'],
  run: READER,
  worker: READER,
  pack: READER,
}

async function main() {
  if (!isInstalled()) {
    const code = await install()
    if (code !== 0) return code
  }
  const node = nodeToUse()
  if (!node) return 1
  const code = await generate(node)
  if (code !== 0) return code
  const loader = pathToFileURL(join(modules, 'tsx/dist/loader.mjs')).href
  const memory = MEMORY[command] ?? []
  const script = command === 'bench' ? [join(root, 'e2e/bench/main.ts')] : [join(root, 'lib/cli/main.ts'), command]
  const program = [...memory, '--import', loader, ...script, ...args]
  return run(node, program, ['inherit', 'inherit', 'inherit', 'ipc'])
}

process.exitCode = await main()
