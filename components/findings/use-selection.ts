import { useState } from 'react'

/** Which rows are ticked. As many as one act may name are kept. */
export function useSelection(most: number) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  return {
    ids,
    toggle: (id: string) =>
      setIds((old) => {
        const next = new Set(old)
        if (!next.delete(id) && next.size < most) next.add(id)
        return next
      }),
    choose: (some: readonly string[]) => setIds(new Set(some.slice(0, most))),
    clear: () => setIds(new Set()),
  }
}

export type Selection = ReturnType<typeof useSelection>
