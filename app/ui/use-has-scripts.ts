import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server, in a browser without scripts, and until the page has come to life. */
export const useHasScripts = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
