import * as applying from './portfolio-story/applying.ts'
import { acceptTrainings, approveSupervisor } from './portfolio-story/approving.ts'
import * as crediting from './portfolio-story/crediting.ts'
import { importLog } from './portfolio-story/importing.ts'
import * as logging from './portfolio-story/logging.ts'
import * as progress from './portfolio-story/progress.ts'
import * as signing from './portfolio-story/signing.ts'
import { nurseAndSupervisor, type Story } from './portfolio-story/story.ts'
import { createTrainee } from './support/people.ts'
import { completeCourses, passVignettes } from './support/study.ts'
import { expect, test } from './support/test.ts'

const COURSES = ['mentalizing-introduction', 'therapeutic-stance', 'mentalizing-the-transference']
const VIGNETTES = ['the-third-cancellation', 'the-locked-door']
const TRAININGS = [
  { kind: 'basic', title: 'MBT basic training', days: 3, daysAgo: 400 },
  { kind: 'practitioner', title: 'MBT practitioner training', days: 2, daysAgo: 100 },
] as const
/** Of each group from different sessions, three of them as the pathway asks. */
const CLIPS = [14, 18, 22]

// So that a button that is missing fails in seconds, and not after all the time that the whole story has.
test.use({ actionTimeout: 15_000 })

test('a nurse keeps a portfolio, applies, is approved, and has a status that anybody can check, until it is revoked', async ({
  openBrowser,
  expectAccessible,
  expectRefusal,
}, { project }) => {
  // Three months of practice, each form of it filled in, and some fifty pages scanned.
  test.setTimeout(600_000)
  const story: Story = { openBrowser, expectRefusal, lookOver: expectAccessible }
  // Forms that `pages.spec.ts` holds to the same are filled in without another look.
  const quick: Story = { ...story, lookOver: async () => {} }
  const [nurse, supervisor] = nurseAndSupervisor(project.name)
  await createTrainee(nurse)
  await completeCourses(nurse, COURSES)
  await passVignettes(nurse, VIGNETTES)
  const page = await openBrowser(nurse)
  const grace = await openBrowser('grace')

  await test.step('staff approve a supervisor who works elsewhere and has no account', () =>
    approveSupervisor(grace, supervisor, story))

  const groups = [await logging.beginGroup(page, 184, story), await logging.beginGroup(page, 182, quick)]
  const [first, second] = groups as [(typeof groups)[0], (typeof groups)[0]]

  await test.step('the log that she kept before is imported, once three bad lines are mended', () =>
    importLog(page, groups, supervisor.name, story))

  await test.step('three months of practice are entered by hand', async () => {
    await logging.addThreeMonths(page, first, story)
    await logging.addThreeMonths(page, second, quick)
    await logging.logByKeyboard(page, supervisor.name, groups, story)
    await logging.repeatLast(page, story)
    for (const group of groups) await logging.endGroup(page, group, quick)
    for (const training of TRAININGS) await logging.addTraining(page, training, quick)
    await logging.addCpd(page, quick)
    await logging.writeReport(page, story)
    for (const group of groups)
      for (const session of CLIPS)
        await logging.addClip(page, group, session, supervisor.name, session === 14 && group === first ? story : quick)
    await progress.followPathway(page, story)
    await progress.confirmOwn(page, story)
    await progress.seeWhatIsMissing(page, story)
  })

  await test.step('staff accept her certificates', () =>
    acceptTrainings(
      grace,
      nurse,
      TRAININGS.map(({ title }) => title),
      story,
    ))

  const mailbox = await openBrowser()
  await test.step('the supervisor comes to a link that has expired, has a new one sent, and signs by it', async () => {
    await signing.askForAll(page, supervisor, story)
    const outside = await openBrowser()
    await signing.haveNewLinkSent(outside, mailbox, supervisor, story)
    await signing.signByLink(outside, mailbox, supervisor, 10, story)
    await signing.expectClosedTo(page, mailbox, supervisor, story)
  })

  // She has chosen a password since, as the page of an expired link offers.
  const signedIn = await openBrowser(supervisor)
  await test.step('she rates the clips and sends her statement', async () => {
    await signing.rateClips(signedIn, nurse, 6, story)
    await signing.stateOpinion(signedIn, nurse, story)
  })

  await test.step('the nurse sees one of the three routes complete, and applies', async () => {
    await progress.seeRouteComplete(page, groups, story)
    await applying.apply(page, story)
  })

  const address =
    await test.step('staff look at each requirement, check what is theirs, and ask for one more clip', async () => {
      const opened = await applying.openApplication(grace, nurse, story)
      await applying.lookAtRequirements(grace, supervisor, groups, story)
      await applying.recordChecks(grace, quick)
      await applying.askForClip(grace, story)
      return opened
    })

  await test.step('the nurse adds it, has it rated, and answers', async () => {
    await applying.readQuestion(page, story)
    await logging.addClip(page, second, 3, supervisor.name, quick)
    await signing.rateClips(signedIn, nurse, 1, quick)
    await applying.answer(page, story)
  })

  const halima = await openBrowser({ email: 'halima@demo.stance.example' })
  await test.step('two people approve it, neither of them alone', async () => {
    await applying.decide(grace, address, applying.REASONS, story)
    await expect(grace.getByText('One person has decided; a second one has to agree.')).toBeVisible()
    await applying.decide(halima, address, applying.AGREED, story)
    await expect(halima.getByText('Approved', { exact: false }).first()).toBeVisible()
    await applying.readDecision(page, story)
  })

  const employer = await openBrowser()
  const credential =
    await test.step('two people issue it, and its files are checked by somebody without an account', async () => {
      await crediting.prepare(grace, nurse, story)
      await crediting.release(halima, nurse, story)
      const issued = await crediting.fetchStatus(page, story)
      await crediting.seeValid(employer, issued, story)
      return issued
    })

  await test.step('it is revoked, and every check sees it', async () => {
    await crediting.revoke(grace, credential, story)
    await crediting.seeRevoked(employer, credential, story)
    await crediting.readWhy(page, credential, story)
  })
})
