export type Toast = { title: string; detail?: string; tone?: 'good' | 'bad' | 'neutral' }
export type ShownToast = Toast & { id: number }

let shown: readonly ShownToast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function publish(next: readonly ShownToast[]) {
  shown = next
  for (const listener of listeners) listener()
}

/** Tells the reader, in the corner of the page, that something ended. Needs one ToastRegion in the layout. */
export const showToast = (toast: Toast): void => publish([...shown, { ...toast, id: ++lastId }].slice(-4))

export const dismissToast = (id: number): void => publish(shown.filter((toast) => toast.id !== id))

export const toasts = (): readonly ShownToast[] => shown

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
