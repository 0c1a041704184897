import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { instantAt } from '#app/domain/wall-clock.ts'
import { type Forms, inNumber } from '#app/domain/wording.ts'
import { releaseMarks } from '#app/features/marking/release-marks.server.ts'
import { type ReleaseWhat, setRelease } from '#app/features/marking/set-release.server.ts'
import { type FormFault, faultIn, listField, parseForm } from '#app/http/form.server.ts'
import { formatTime } from '#app/ui/time.tsx'
import { readGroup } from './group.ts'
import { releaseMessage } from './release-message.ts'

const releaseForm = z.object({
  /** `now` and `all-now`: at once; `later` and `all-later`: at the time; `never` and `all-never`: no time any more. */
  intent: z.enum(['now', 'later', 'never', 'all-now', 'all-later', 'all-never']).default('now'),
  code: listField(z.string()),
  group: z.string().optional(),
  at: z.string().default(''),
})

type Release = { done: string; tone: 'positive' | 'info' } | { fault: FormFault }

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function releaseAsAsked(actor: Actor, request: Request, now: Date): Promise<Release> {
  const form = await parseForm(request, releaseForm)
  if (!form.ok) return form
  const { intent, code: codes, at } = form.value
  const group = readGroup(form.value.group)
  const isWhole = intent.startsWith('all-')
  if (isWhole && !group) return { fault: faultIn('', 'Choose a cohort and a vignette first.', form.typed) }
  if (!isWhole && codes.length === 0)
    return { fault: faultIn('', 'Tick the marks that you want to release.', form.typed) }
  if (intent === 'now') {
    const { text, tone } = releaseMessage(await releaseMarks(actor, codes, now))
    return { done: text, tone }
  }
  const what: ReleaseWhat = isWhole && group ? { group } : { codes }
  if (intent.endsWith('never')) return said(await setRelease(actor, what, null, now), NO_TIME)
  if (intent === 'all-now') return said(await setRelease(actor, what, now, now), AT_ONCE)
  const dueAt = timeIn(at, actor.timeZone)
  if (!dueAt || dueAt <= now)
    return { fault: faultIn('at', 'Choose a day and a time that are still to come.', form.typed) }
  const time = formatTime(dueAt, actor.timeZone, 'date-time')
  return said(await setRelease(actor, what, dueAt, now), AT_A_TIME, { time })
}

const NO_TIME: Forms = { one: '1 mark has no time set any more.', other: '{n} marks have no time set any more.' }

const AT_ONCE: Forms = {
  one: '1 mark is being released. What something holds follows as soon as nothing does.',
  other: '{n} marks are being released. What something holds follows as soon as nothing does.',
}

const AT_A_TIME: Forms = {
  one: '1 mark will be released on {time}. What something holds follows as soon as nothing does.',
  other: '{n} marks will be released on {time}. What something holds follows as soon as nothing does.',
}

const LOCAL_TIME = /^20\d\d-\d\d-\d\dT\d\d:\d\d/

function timeIn(value: string, timeZone: string): Date | null {
  const local = LOCAL_TIME.exec(value)?.[0]
  return local && !Number.isNaN(Date.parse(`${local}Z`)) ? instantAt(local, timeZone) : null
}

const said = (count: number, forms: Forms, values: { time?: string } = {}): Release =>
  count === 0
    ? { done: 'None of these marks waits for release.', tone: 'info' }
    : { done: inNumber(count, forms, values), tone: 'positive' }
