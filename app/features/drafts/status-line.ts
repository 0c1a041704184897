import { formatTime } from '#app/ui/time.tsx'
import { type DraftState, isUnsent } from './draft-state.ts'

export type StatusLine = {
  tone: 'calm' | 'caution' | 'critical'
  text: string
  /** Stands in for `text` for a moment: seen, but not read out every time. */
  passing?: string
  /** Signing in again is done in another tab, so that this page stays as it is. */
  asksToSignIn?: true
}

type Reader = { timeZone: string; now: Date }

/** One sentence on where the work is: on the server, in this browser, or nowhere but on the page. */
export function statusLine(state: DraftState<unknown>, reader: Reader): StatusLine {
  if (state.rivals.length > 0)
    return { tone: 'caution', text: 'There is another version of this. Choose which one goes on.' }
  if (state.phase === 'refused' || state.phase === 'closed') return { tone: 'critical', text: state.refusal ?? '' }
  if (state.trouble) return troubleLine(state)
  return { tone: 'calm', text: savedText(state, reader), ...passing(state) }
}

function troubleLine({ trouble, isKept }: DraftState<unknown>): StatusLine {
  if (!isKept)
    return { tone: 'critical', text: 'Not saved, and this browser cannot keep your work. Leave this page open.' }
  if (trouble === 'unreachable') return { tone: 'caution', text: 'Not connected: kept in this browser, trying again.' }
  return {
    tone: 'caution',
    text: 'You have been signed out. What you wrote is safe in this browser.',
    asksToSignIn: true,
  }
}

function passing(state: DraftState<unknown>): Pick<StatusLine, 'passing'> {
  if (state.phase === 'sending') return { passing: 'Saving …' }
  if (!isUnsent(state)) return {}
  return { passing: state.isKept ? 'Kept in this browser' : 'Not saved yet' }
}

/** "Saved 14:02", with the day as well when that was not today. */
function savedText({ savedAt }: DraftState<unknown>, { timeZone, now }: Reader): string {
  if (!savedAt) return 'Saved as you write'
  const full = formatTime(savedAt, timeZone, 'date-time')
  const day = formatTime(savedAt, timeZone)
  const isToday = day === formatTime(now, timeZone)
  return `Saved ${isToday ? full.slice(`${day}, `.length) : full}`
}
