import { type Env, parseEnv } from './parse-env'

// Next loads server code into several module graphs; what the command line decided must hold in all of them.
const holder: { prooflineEnv?: Env } = globalThis as { prooflineEnv?: Env }

/** This process's settings, parsed once at first use. Throws `invalid`, naming the variable, when one is bad. */
export function env(): Env {
  holder.prooflineEnv ??= parseEnv(process.env, process.cwd())
  return holder.prooflineEnv
}

/**
 * Replaces some settings for the rest of this process: the command line knows the data directory from `--data`, and the
 * key and database only after it has looked there.
 */
export function overrideEnv(settings: Partial<Env>): Env {
  holder.prooflineEnv = { ...env(), ...settings }
  return holder.prooflineEnv
}
