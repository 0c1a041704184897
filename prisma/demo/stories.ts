import type { DemoAnswer, STORIES } from './cast.ts'
import { certify } from './certifying.ts'
import { type Clock, clockFrom } from './clock.ts'
import { beginMark, mark, release } from './marking.ts'
import type { Member } from './people.ts'
import { type Studied, study } from './studying.ts'
import { beginAnswer, handIn } from './writing.ts'

const INTRODUCTION = 'mentalizing-introduction'
const STANCE = 'therapeutic-stance'
const TRANSFERENCE = 'mentalizing-the-transference'

type ScriptState = 'open' | 'submitted' | 'claimed' | 'marked' | 'released' | 'second-open' | 'second-submitted'

/** How far somebody has come in each course. Whoever has come to a course has completed those before it. */
type Plot = {
  introduction?: 'enrolled' | 'part' | 'all'
  stance?: { study: 'part' | 'wrong' | 'all'; script?: ScriptState }
  transference?: { study: 'part' | 'all'; script?: ScriptState }
  certificates?: readonly string[]
}

const done = { introduction: 'all', stance: { study: 'all', script: 'released' } } as const

const PLOTS: Record<(typeof STORIES)[number], Plot> = {
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
  'stance-claimed': { introduction: 'all', stance: { study: 'all', script: 'claimed' }, certificates: [INTRODUCTION] },
  'stance-marked': { introduction: 'all', stance: { study: 'all', script: 'marked' }, certificates: [INTRODUCTION] },
  'stance-not-passed': {
    introduction: 'all',
    stance: { study: 'all', script: 'second-open' },
    certificates: [INTRODUCTION],
  },
  'stance-second-attempt': { introduction: 'all', stance: { study: 'all', script: 'second-submitted' } },
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

export type Cast = { members: Map<string, Member>; answers: Map<string, DemoAnswer>; now: Date }

/** Lives one person's story, step by step, as they and their markers would have done it on the pages. */
export async function liveStory(cast: Cast, member: Member, startsAt: Date): Promise<void> {
  if (!member.story) return
  const plot = PLOTS[member.story]
  const clock = clockFrom(startsAt, cast.now)
  const part: Studied = { lessons: member.lessons ?? 2 }

  if (plot.introduction)
    await study(member, INTRODUCTION, clock, { all: {}, part, enrolled: { lessons: 0 } }[plot.introduction])
  if (plot.stance) {
    await study(member, STANCE, clock, { all: {}, part, wrong: { isWrong: true } }[plot.stance.study])
    await writeScript(cast, member, plot.stance.script, [member.stanceAnswer, member.stanceAnswer2], clock)
  }
  if (plot.transference) {
    await study(member, TRANSFERENCE, clock, { all: {}, part }[plot.transference.study])
    await writeScript(cast, member, plot.transference.script, [member.transferenceAnswer], clock)
  }
  for (const course of plot.certificates ?? []) await certify(personOf(cast, 'grace'), member, course, clock)
}

async function writeScript(
  cast: Cast,
  member: Member,
  state: ScriptState | undefined,
  [firstKey, secondKey]: (string | undefined)[],
  clock: Clock,
): Promise<void> {
  if (!state) return
  const answer = answerOf(cast, firstKey)
  if (state === 'open') return beginAnswer(member, answer, clock)

  const code = await handIn(member, answer, clock)
  if (state === 'submitted') return
  const marker = personOf(cast, member.marker ?? 'lena')
  if (state === 'claimed') return beginMark(marker, { code, answer, clock })
  await mark(marker, { code, answer, clock })
  if (state === 'marked') return
  await release(personOf(cast, 'tomas'), code, clock)

  if (!secondKey) return
  if (state === 'second-open') await beginAnswer(member, answerOf(cast, secondKey), clock)
  if (state === 'second-submitted') await handIn(member, answerOf(cast, secondKey), clock)
}

function personOf({ members }: Cast, key: string): Member {
  const member = members.get(key)
  if (!member) throw new Error(`The demo cast has nobody called ${key}.`)
  return member
}

function answerOf({ answers }: Cast, key: string | undefined): DemoAnswer {
  const answer = answers.get(key ?? '')
  if (!answer) throw new Error(`The demo cast has no answer ${key}.`)
  return answer
}
