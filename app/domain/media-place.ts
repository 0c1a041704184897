/** Whoever listened for no longer than this has not begun, and whoever stops this close to the end has heard it all. */
const EDGE_SECONDS = 3

/** Where to go on in a recording, in whole seconds: from its start when it was hardly begun, or heard to its end. */
export function placeToKeep(atSeconds: number, lengthSeconds: number): number {
  const isAtAnEdge = atSeconds < EDGE_SECONDS || atSeconds > lengthSeconds - EDGE_SECONDS
  return isAtAnEdge || !Number.isFinite(atSeconds) ? 0 : Math.floor(atSeconds)
}
