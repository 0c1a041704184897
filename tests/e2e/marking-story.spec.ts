import * as appealing from './marking-story/appealing.ts'
import { practise } from './marking-story/calibrating.ts'
import * as forming from './marking-story/forming.ts'
import { expectBlind, expectLocked, markByKeyboard, readKeys, takeByKeyboard } from './marking-story/marking.ts'
import { AGAIN, AGREED_NOTE, MARKS, NO_QUESTION, OF_THIRD, REASONS, STATEMENT } from './marking-story/marks.ts'
import { partOf, type Story, threeWriters, type Writer } from './marking-story/story.ts'
import { expectNoMark, handIn } from './marking-story/submitting.ts'
import { acceptByKeyboard, proposeByKeyboard } from './marking-story/talking.ts'
import { createTrainee } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('three answers are marked blind by two people: one agrees, one is talked out, one goes to a third and is appealed', async ({
  openBrowser,
  expectRefusal,
  expectAccessible,
}, { project }) => {
  // Ten marks, each of them given by the keyboard alone.
  test.setTimeout(480_000)
  const story: Story = { openBrowser, expectRefusal, lookOver: expectAccessible }
  const quick: Story = { ...story, lookOver: async () => {} }
  const [agreed, talked, third] = threeWriters(project.name)
  const writers: [keyof typeof MARKS, Writer][] = [
    ['agreed', agreed],
    ['talked', talked],
    ['third', third],
  ]
  const [lena, tomas] = [await openBrowser('lena'), await openBrowser('tomas')]
  const cohortName = `Kettering ${project.name} ${Date.now()}`
  let cohort = ''

  await test.step('a training lead forms a cohort whose answers two people mark, unseen by each other', async () => {
    for (const writer of [agreed, talked, third]) await createTrainee(writer)
    cohort = await forming.formCohort(lena, cohortName, [agreed, talked, third], story)
    await forming.adoptDoubleMarking(lena, cohort, story)
  })

  await test.step('three trainees hand in, and what they wrote is shared between two markers', async () => {
    for (const writer of [agreed, talked, third]) await handIn(writer, await openBrowser(writer))
    await forming.allocateBetween(lena, cohort, ['Lena Okonjo-Brandt', 'Tomas Lindqvist'], story)
  })

  await test.step('the first marks all three by the keyboard', async () => {
    for (const [end, writer] of writers) {
      const part = await partOf(writer, 'lena')
      const looking = end === 'agreed' ? story : quick
      await takeByKeyboard(lena, part, writer, looking)
      if (end === 'agreed') await readKeys(lena, looking)
      await markByKeyboard(lena, MARKS[end][0], looking)
      await expectLocked(lena, part)
    }
  })

  await test.step('the second sees nothing of that, marks them too, and one pair of marks agrees by itself', async () => {
    const part = await partOf(agreed, 'tomas')
    await takeByKeyboard(tomas, part, agreed, quick)
    await expectBlind(tomas, part, [MARKS.agreed[0].overall, MARKS.agreed[0].atPassage ?? ''], story)
    await tomas.goto(`/marking/${part.code}`)
    await markByKeyboard(tomas, MARKS.agreed[1], quick)
    await expectLocked(tomas, part)
  })

  await test.step('only one of a pair could rate a criterion: the second proposes, the first accepts', async () => {
    const part = await partOf(talked, 'tomas')
    await takeByKeyboard(tomas, part, talked, quick)
    await markByKeyboard(tomas, MARKS.talked[1], quick)
    await proposeByKeyboard(tomas, ['Patience', 4, AGREED_NOTE], story)
    await acceptByKeyboard(lena, AGREED_NOTE, story)
  })

  await test.step('one pair is two levels apart: a third decides, with both marks before them', async () => {
    const part = await partOf(third, 'tomas')
    await takeByKeyboard(tomas, part, third, quick)
    await markByKeyboard(tomas, MARKS.third[1], quick)
    await expectLocked(tomas, part)

    const mira = await openBrowser('mira')
    const last = await partOf(third, null)
    await takeByKeyboard(mira, last, third, quick)
    await mira.goto(`/marking/${last.code}/differences`)
    await expect(mira.getByText(NO_QUESTION)).toBeVisible()
    for (const name of ['Lena', 'Tomas']) expect(await mira.content()).not.toContain(name)
    await story.lookOver(mira)
    await mira.goto(`/marking/${last.code}`)
    await markByKeyboard(mira, OF_THIRD, quick)
    await expectLocked(mira, last)
  })

  await test.step('nobody has learnt anything until all three are released together', async () => {
    const page = await openBrowser(agreed)
    await expectNoMark(page, MARKS.agreed[0].overall, story)
    await forming.releaseCohort(lena, cohortName, 3, story)
    await appealing.readMarks(page, MARKS.agreed[0].overall, story)
    await expect(page.getByText('Passed', { exact: true }).first()).toBeVisible()
  })

  await test.step('one of them appeals, somebody uninvolved decides, and the reasons are read', async () => {
    const page = await openBrowser(third)
    await appealing.readMarks(page, OF_THIRD.overall, quick)
    await appealing.appeal(page, STATEMENT, story)
    const address = await appealing.decideAppeal(await openBrowser('grace'), third, REASONS, story)
    for (const marker of [lena, tomas]) await appealing.expectNoAppeal(marker, address, story)
    await appealing.readDecision(page, REASONS, story)
  })

  await test.step('the appeal is upheld: somebody with no part in it practises first, marks again, and the trainee has both', async () => {
    const page = await openBrowser(third)
    const wanjiru = await openBrowser('wanjiru')
    const again = await partOf(third, null)
    await practise(wanjiru, again, quick)
    await takeByKeyboard(wanjiru, again, third, quick)
    await expectBlind(wanjiru, again, [OF_THIRD.overall, REASONS, STATEMENT], story)
    await wanjiru.goto(`/marking/${again.code}`)
    await markByKeyboard(wanjiru, AGAIN, quick)
    await expectLocked(wanjiru, again)
    await forming.releaseCohort(lena, cohortName, 1, quick)
    await appealing.readBothMarks(page, OF_THIRD, AGAIN, story)
  })
})
