const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Fulfilled when somebody wants the command to end: Ctrl-C, a signal, a closed terminal, or the death of the process that
 * started us and would have told us. A Ctrl-C reaches us twice, from the terminal and from our parent; once is enough.
 */
export function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve())
    if (process.connected) process.once('disconnect', () => resolve())
  })
}
