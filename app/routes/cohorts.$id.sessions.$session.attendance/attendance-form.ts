import { ATTENDANCE_STATES, type AttendanceState } from '#app/domain/live/attendance.ts'
import { hoursNumber } from '#app/domain/live/hours-words.ts'
import type { AttendanceWish } from '#app/features/cohorts/take-attendance.server.ts'
import type { AttendeeView } from '#app/features/cohorts/view-attendance.server.ts'
import type { FormFault } from '#app/http/form.server.ts'

type Values = FormFault['values']

const FIELDS = ['state', 'hours', 'task'] as const

export const fieldName = (field: (typeof FIELDS)[number] | 'was', userId: string) => `${field}.${userId}`

/** What the row of a person begins with: what holds of them. */
export function rowOf({ standing }: Pick<AttendeeView, 'standing'>) {
  if (!standing) return { state: '', hours: '', task: '' }
  const { state, minutes, task } = standing
  return { state, hours: minutes === null ? '' : hoursNumber(minutes), task }
}

/** How a row was when the page was drawn, so that two leads at once do not take back each other's words. */
export const drawn = (row: ReturnType<typeof rowOf>): string => JSON.stringify([row.state, row.hours, row.task])

/** What a lead says of those whose row is other than it was drawn. Hours that cannot be read are as good as too many. */
export function changedRows(values: Values): AttendanceWish[] {
  const people = Object.keys(values).flatMap((name) => (name.startsWith('state.') ? [name.slice('state.'.length)] : []))
  return people.flatMap((userId) => {
    const [state = '', hours = '', task = ''] = FIELDS.map((field) => textIn(values, fieldName(field, userId)))
    if (drawn({ state, hours, task }) === textIn(values, fieldName('was', userId)) || !isState(state)) return []
    return [
      { userId, state, minutes: state === 'present' ? minutesIn(hours) : null, task: state === 'made-up' ? task : '' },
    ]
  })
}

/** The intent of the button that chooses "Present" for whoever is not recorded. */
export const REST_PRESENT = 'rest-present'

/** Chooses "Present" for whoever is not recorded, and leaves everything else as it was typed. @returns how many that were. */
export function restPresent(typed: Values): { values: Values; chosen: number } {
  const open = Object.keys(typed).filter((name) => name.startsWith(fieldName('state', '')) && !textIn(typed, name))
  return { values: { ...typed, ...Object.fromEntries(open.map((name) => [name, 'present'])) }, chosen: open.length }
}

const textIn = (values: Values, name: string) => String(values[name] ?? '').trim()

const isState = (typed: string): typed is AttendanceState => ATTENDANCE_STATES.some((state) => state === typed)

function minutesIn(hours: string): number | null {
  if (hours === '') return null
  const minutes = Math.round(Number(hours.replace(',', '.')) * 60)
  return Number.isSafeInteger(minutes) ? minutes : Number.MAX_SAFE_INTEGER
}
