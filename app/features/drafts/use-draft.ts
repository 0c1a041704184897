import { useEffect, useState, useSyncExternalStore } from 'react'
import { type DraftOptions, DraftSaver } from './draft-saver.ts'
import { type DraftState, isUnsent } from './draft-state.ts'

export type Draft<Body> = Pick<DraftState<Body>, 'body' | 'generation' | 'version'> &
  Pick<DraftSaver<Body>, 'change' | 'settle' | 'keepMine' | 'takeOther'> & {
    state: DraftState<Body>
    /** How times are shown to this person. */
    timeZone: string
    /** The server has not yet acknowledged all that stands on the page. */
    isUnsent: boolean
  }

/**
 * Keeps what a page's form holds: in this browser at once, on the server within two seconds of a pause. The options are
 * read once: a page about another subject is another page.
 */
export function useDraft<Body>({ timeZone, ...options }: DraftOptions<Body> & { timeZone: string }): Draft<Body> {
  const [saver] = useState(() => new DraftSaver(options))
  useEffect(() => saver.open(), [saver])
  const state = useSyncExternalStore(saver.subscribe, saver.read, saver.read)
  const { change, settle, keepMine, takeOther } = saver
  return {
    state,
    timeZone,
    body: state.body,
    generation: state.generation,
    version: state.version,
    isUnsent: isUnsent(state),
    change,
    settle,
    keepMine,
    takeOther,
  }
}
