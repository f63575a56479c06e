type Node = unknown[] | Record<string, unknown>

/** A value that is being put together while it is read. */
export type Build = {
  /** How many containers were open around it. */
  depth: number
  root: Node
  add(key: string | number, value: unknown): void
  open(key: string | number, array: boolean): void
  close(): void
}

/** Starts an array or an object. A member called `__proto__` is left out: it would not be a member. */
export function startBuild(depth: number, array: boolean): Build {
  const root: Node = array ? [] : {}
  const open: Node[] = [root]
  const add = (key: string | number, value: unknown): void => {
    const node = open.at(-1) ?? root
    if (Array.isArray(node)) node.push(value)
    else if (key !== '__proto__') node[String(key)] = value
  }
  return {
    depth,
    root,
    add,
    open(key, isArray) {
      const node: Node = isArray ? [] : {}
      add(key, node)
      open.push(node)
    },
    close() {
      open.pop()
    },
  }
}
