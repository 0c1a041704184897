import type { DemoAnswer } from './answers.ts'
import { appeal } from './appealing.ts'
import type { Story } from './cast.ts'
import { certify } from './certifying.ts'
import { type Clock, clockFrom } from './clock.ts'
import type { FormedCohort } from './cohorts.ts'
import { allocate, beginMark, markInTurn, release, type Script } from './marking.ts'
import { type Member, type Members, memberOf } from './people.ts'
import { rate } from './rating.ts'
import { type Studied, study } from './studying.ts'
import { beginAnswer, handIn } from './writing.ts'

const INTRODUCTION = 'mentalizing-introduction'
const STANCE = 'therapeutic-stance'
const TRANSFERENCE = 'mentalizing-the-transference'

type ScriptState =
  | 'open'
  | 'submitted'
  | 'allocated'
  | 'claimed'
  | 'marked'
  | 'third'
  | 'released'
  | 'second-open'
  | 'second-marked'

/** How far somebody has come in each course. Whoever has come to a course has completed those before it. */
type Plot = {
  introduction?: 'enrolled' | 'part' | 'all'
  stance?: { study: 'part' | 'wrong' | 'all'; script?: ScriptState }
  transference?: { study: 'part' | 'all'; script?: ScriptState }
  certificates?: readonly string[]
}

const done = { introduction: 'all', stance: { study: 'all', script: 'released' } } as const

const PLOTS: Record<Story, Plot> = {
  'signed-up': {},
  enrolled: { introduction: 'enrolled' },
  reading: { introduction: 'part' },
  'intro-complete': { introduction: 'all' },
  'stance-reading': { introduction: 'all', stance: { study: 'part' }, certificates: [INTRODUCTION] },
  'stance-questions': { introduction: 'all', stance: { study: 'wrong' } },
  'stance-attempt-open': { introduction: 'all', stance: { study: 'all', script: 'open' } },
  'stance-submitted': {
    introduction: 'all',
    stance: { study: 'all', script: 'submitted' },
    certificates: [INTRODUCTION],
  },
  'stance-allocated': { introduction: 'all', stance: { study: 'all', script: 'allocated' } },
  'stance-claimed': { introduction: 'all', stance: { study: 'all', script: 'claimed' }, certificates: [INTRODUCTION] },
  'stance-marked': { introduction: 'all', stance: { study: 'all', script: 'marked' }, certificates: [INTRODUCTION] },
  'stance-third': { introduction: 'all', stance: { study: 'all', script: 'third' }, certificates: [INTRODUCTION] },
  'stance-not-passed': {
    introduction: 'all',
    stance: { study: 'all', script: 'second-open' },
    certificates: [INTRODUCTION],
  },
  'stance-second-attempt': { introduction: 'all', stance: { study: 'all', script: 'second-marked' } },
  'stance-passed': { ...done },
  'stance-certified': { ...done, certificates: [INTRODUCTION, STANCE] },
  'transference-reading': { ...done, transference: { study: 'part' }, certificates: [INTRODUCTION] },
  'transference-open': {
    ...done,
    transference: { study: 'all', script: 'open' },
    certificates: [INTRODUCTION, STANCE],
  },
  'transference-submitted': {
    ...done,
    transference: { study: 'all', script: 'submitted' },
    certificates: [INTRODUCTION, STANCE],
  },
  'transference-marked': { ...done, transference: { study: 'all', script: 'marked' }, certificates: [INTRODUCTION] },
  'transference-passed': { ...done, transference: { study: 'all', script: 'released' }, certificates: [INTRODUCTION] },
  'all-certified': {
    ...done,
    transference: { study: 'all', script: 'released' },
    certificates: [INTRODUCTION, STANCE, TRANSFERENCE],
  },
}

/**
 * Lived one after the other when all others are over: a lead allocates the only script that waits, and what waits for anybody has
 * to come last.
 */
export const LAST_STORIES: readonly (Story | undefined)[] = [
  'stance-third',
  'stance-allocated',
  'stance-claimed',
  'stance-submitted',
]

export type Cast = {
  members: Members
  answers: ReadonlyMap<string, DemoAnswer>
  cohorts: readonly FormedCohort[]
  now: Date
}

/** Lives one person's story, step by step, as they and their markers would have done it on the pages. */
export async function liveStory(cast: Cast, member: Member, startsAt: Date): Promise<void> {
  if (!member.story) return
  const plot = PLOTS[member.story]
  const clock = clockFrom(startsAt, cast.now)
  const part: Studied = { lessons: member.lessons ?? 2 }

  if (plot.introduction)
    await study(member, INTRODUCTION, clock, { all: {}, part, enrolled: { lessons: 0 } }[plot.introduction])
  if (plot.stance) {
    const { stanceAnswer, stanceAnswer2, markers } = member
    await study(member, STANCE, clock, { all: {}, part, wrong: { isWrong: true } }[plot.stance.study])
    const written = { keys: [stanceAnswer, stanceAnswer2], markers, course: STANCE }
    await writeScript(cast, member, plot.stance.script, { ...written, clock })
  }
  if (plot.transference) {
    const { transferenceAnswer, transferenceMarkers: markers } = member
    await study(member, TRANSFERENCE, clock, { all: {}, part }[plot.transference.study])
    const written = { keys: [transferenceAnswer], markers, course: TRANSFERENCE }
    await writeScript(cast, member, plot.transference.script, { ...written, clock })
  }
  for (const course of plot.certificates ?? []) await certify(memberOf(cast.members, 'grace'), member, course, clock)
}

type Written = { keys: (string | undefined)[]; markers: readonly string[]; course: string; clock: Clock }

async function writeScript(cast: Cast, member: Member, state: ScriptState | undefined, written: Written) {
  if (!state) return
  const { keys, clock, course } = written
  const [answer, secondAnswer] = keys.flatMap((key) => (key ? [answerOf(cast, key)] : []))
  if (!answer) throw new Error(`${member.key} has nothing to hand in.`)
  if (state === 'open') return beginAnswer(member, answer, clock)

  const script = { attemptId: await handIn(member, answer, clock), answer, clock }
  const marking = {
    cohort: cohortOf(cast, member, course),
    markers: written.markers.map((key) => memberOf(cast.members, key)),
  }
  if (!(await markAsFar(state, script, marking))) return
  await release(script, marking.cohort.lead)
  await readMarks(cast, member, script)

  if (!secondAnswer) return
  if (state === 'second-open') return beginAnswer(member, secondAnswer, clock)
  const attemptId = await handIn(member, secondAnswer, clock)
  await markInTurn({ attemptId, answer: secondAnswer, clock }, marking.markers)
}

type Marking = { cohort: FormedCohort; markers: readonly Member[] }

/** @returns whether the marks go to the trainee. */
async function markAsFar(state: ScriptState, script: Script, { cohort, markers }: Marking): Promise<boolean> {
  if (state === 'submitted') return false
  const [first] = markers
  const last = markers.at(-1)
  if (!first || !last) throw new Error(`${script.answer.key} has no marker.`)
  if (state === 'allocated') await allocate(script, cohort, first)
  else if (state === 'claimed') await beginMark(script, first)
  else await markInTurn(script, state === 'third' ? markers.slice(0, -1) : markers)
  if (state === 'third') await allocate(script, cohort, last)
  return !['allocated', 'claimed', 'third', 'marked'].includes(state)
}

/** Rates the own answer first, as the page asks, then reads the marks; some appeal. */
async function readMarks(cast: Cast, member: Member, { answer, attemptId, clock }: Script): Promise<void> {
  await rate(member, answer, 1, clock)
  const appealed = { slug: answer.vignette, number: 1, attemptId, clock }
  if (answer.appeal) await appeal(member, answer.appeal, memberOf(cast.members, 'grace'), appealed)
}

function cohortOf({ cohorts }: Cast, { key }: Member, course: string): FormedCohort {
  const cohort = cohorts.find((one) => one.course === course && one.members.includes(key))
  if (!cohort) throw new Error(`${key} is in no cohort of ${course}.`)
  return cohort
}

function answerOf({ answers }: Cast, key: string): DemoAnswer {
  const answer = answers.get(key)
  if (!answer) throw new Error(`The demo cast has no answer ${key}.`)
  return answer
}
