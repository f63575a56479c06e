class DryRun extends Error {}

/**
 * Runs a transaction that is undone at its end when `dry` is set, and still returns what it computed: the only way to
 * tell exactly what an import would do is to do it.
 */
export async function rollback<T>(dry: boolean, run: (settle: (value: T) => T) => Promise<T>): Promise<T> {
  let kept: { value: T } | undefined
  try {
    return await run((value) => {
      if (!dry) return value
      kept = { value }
      throw new DryRun()
    })
  } catch (error) {
    if (error instanceof DryRun && kept) return kept.value
    throw error
  }
}
