let isArriving = false

/** Says that the reader moves on to another capability by key or by Next, so that the next answer takes the focus. */
export const announceArrival = (): void => {
  isArriving = true
}

/** Whether the reader just moved on; asked once. */
export function takeArrival(): boolean {
  const arrived = isArriving
  isArriving = false
  return arrived
}
