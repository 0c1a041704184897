import { answerProposal } from '#app/features/marking/answer-proposal.server.ts'
import { proposeMark } from '#app/features/marking/propose-mark.server.ts'
import type { DemoMark } from './answers.ts'
import { markFields } from './mark-fields.ts'
import { codeOf, type Script } from './marking.ts'
import type { Member } from './people.ts'

/** Two markers who differ: one proposes a mark, and the other agrees or has not answered yet. */
export async function talk({ attemptId, answer, clock }: Script, markers: readonly Member[]): Promise<void> {
  const { talk: wanted, marks, key } = answer
  const [first, second] = markers
  if (!wanted || !first || !second) throw new Error(`${key} leads to a talk that nobody has.`)
  const codes = { first: await codeOf(attemptId, 'first'), second: await codeOf(attemptId, 'second') }
  const isByFirst = wanted.by === 'first'
  const own = marks[isByFirst ? 0 : 1]
  if (!own) throw new Error(`${key} has no mark to change.`)

  const [by, other] = isByFirst ? [first, second] : [second, first]
  const fields = markFields(changed(own, wanted.mark))
  const proposal = { code: codes[wanted.by], fields, note: wanted.note }
  const proposed = await proposeMark(by.actor, proposal, clock.after(6))
  if (!('done' in proposed)) throw new Error(`The proposal about ${key}: ${JSON.stringify(proposed)}`)
  if (!wanted.isAccepted) return
  const answered = { code: codes[isByFirst ? 'second' : 'first'], number: 1, answer: 'accepted' } as const
  const result = await answerProposal(other.actor, answered, clock.after(4))
  if (!('done' in result)) throw new Error(`The answer about ${key}: ${JSON.stringify(result)}`)
}

/** A mark with some of its levels and the comment on the whole as they were proposed. */
const changed = (mark: DemoMark, { ratings, comment }: Pick<DemoMark, 'ratings' | 'comment'>): DemoMark => ({
  ...mark,
  comment,
  ratings: { ...mark.ratings, ...ratings },
})
