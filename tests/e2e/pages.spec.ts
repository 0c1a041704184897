import type { Page } from '@playwright/test'
import { type DemoName, expect, type Fixtures, test } from './support/test.ts'

/** Every page that somebody of the demo cast can open by its address alone. */
const PAGES: Partial<Record<DemoName | 'anybody', string[]>> = {
  anybody: [
    '/',
    '/courses/mbt-basic',
    '/courses/therapeutic-stance',
    '/glossary',
    '/glossary?q=stance',
    '/pathways/practitioner',
    '/courses/practitioner-level',
    '/verify',
    '/register',
    '/register/check',
    '/api',
    '/sign-in',
    '/sign-up',
    '/confirm',
    '/reset-password',
  ],
  ada: ['/learn', '/progress', '/portfolio', '/certificates', '/notices', '/settings', '/concern', '/dev/components'],
  noor: [
    '/learn',
    '/learn/sessions',
    '/learn/therapeutic-stance/enrolment',
    '/learn/therapeutic-stance/not-knowing',
    '/learn/mentalizing-introduction/four-dimensions',
    '/learn/mentalizing-introduction/four-dimensions?again=mi-13',
    '/learn/mentalizing-introduction/arousal-and-the-switch?again=mi-14',
    '/learn/when-mentalizing-fails/teleological-stance',
    '/learn/practice',
    '/learn/practice/question',
    '/learn/notes',
    '/search?q=mentalizing',
    '/search?q=xylophone',
    '/vignettes/the-third-cancellation',
    '/vignettes/the-third-cancellation/answer',
    '/vignettes/the-third-cancellation/attempts/1',
    '/progress',
    '/portfolio',
    '/portfolio/import',
    '/portfolio/cases',
    '/portfolio/cases/new',
    '/portfolio/supervision',
    '/portfolio/supervision?view=calendar',
    '/portfolio/supervision/new',
    '/portfolio/countersigning',
    '/portfolio/cpd',
    '/portfolio/cpd/new',
    '/portfolio/reflections',
    '/portfolio/reflections/new',
    '/progress/timeline',
    '/progress/application',
    '/progress/pathways/basistherapeut-nl',
    '/settings/password',
    '/settings/sessions',
    '/settings/notices',
    '/settings/calendar',
    '/settings/purchases',
  ],
  sol: [
    '/learn',
    '/progress',
    '/certificates',
    '/portfolio/clips',
    '/portfolio/clips/new',
    '/portfolio/trainings',
    '/portfolio/trainings/new',
    '/portfolio/retention',
    '/progress/application',
    '/settings/register',
  ],
  margit: ['/progress', '/progress/application'],
  lena: [
    '/marking',
    '/marking/comments',
    '/marking/conflicts',
    '/marking/drift',
    '/marking/release',
    '/settings/keyboard',
    '/calibration',
    '/appeals',
    '/cohorts',
    '/cohorts/new',
    '/prerequisites',
    '/panels',
    '/panels/new',
    '/author',
    '/author/courses.therapeutic-stance.lessons.not-knowing',
    '/author/courses.therapeutic-stance.lessons.not-knowing/versions',
    '/author/glossary/versions/1',
  ],
  imre: ['/panels', '/supervision'],
  grace: [
    '/accreditation',
    '/accreditation?state=issued',
    '/accreditation/issue-all',
    '/accreditation/credentials',
    '/accreditation/batches',
    '/accreditation/candidates',
    '/accreditation/statuses',
    '/accreditation/statuses?state=issued',
    '/accreditation/supervisors',
    '/accreditation/providers',
    '/accreditation/trainings',
    '/applications',
    '/applications?state=closed',
    '/appeals',
    '/concerns',
  ],
  paul: ['/seats', '/seats/new'],
  root: [
    '/admin/people',
    '/admin/people/invite',
    '/admin/adjustments',
    '/admin/mail',
    '/admin/orders',
    '/admin/invoices',
    '/admin/audit',
    '/dev/mail',
  ],
}

/** Pages whose address tells whose they are or which: whom they are for, and the page that leads there. */
const LINKED: [page: string, name: DemoName, from: string, address: RegExp][] = [
  ['a course under way', 'noor', '/learn', /^\/learn\/(?!practice)[^/]+$/],
  ['a course of modules', 'sian', '/learn', /^\/learn\/mbt-basic$/],
  ['a completed course', 'sol', '/learn', /^\/learn\/(?!practice)[^/]+$/],
  ['the warning before a vignette', 'sian', '/learn/therapeutic-stance', /^\/vignettes\/[^/]+$/],
  ['a script to be marked', 'lena', '/marking?state=yours', /^\/marking\/[0-9A-Z]+$/],
  ['a locked mark', 'lena', '/marking?state=finished', /^\/marking\/[0-9A-Z]+$/],
  ['a benchmark to be marked', 'lena', '/calibration', /^\/calibration\/[a-z0-9-]+(\?again)?$/],
  ['two marks of one script', 'lena', '/notices', /^\/marking\/[0-9A-Z]+\/differences$/],
  ['an appeal', 'grace', '/appeals', /^\/appeals\/[0-9a-f-]{36}$/],
  ['a panel', 'lena', '/panels', /^\/panels\/[0-9a-f-]{36}$/],
  ['a seat on a panel that waits for an answer', 'mira', '/panels', /^\/panels\/[0-9a-f-]{36}\/answer$/],
  ['a seat on a panel with an answer', 'imre', '/panels', /^\/panels\/[0-9a-f-]{36}\/answer$/],
  ['a valid certificate', 'sol', '/certificates', /^\/verify\/STN-/],
  ['what happened to a certificate', 'sol', '/certificates', /^\/certificates\/STN-.*\/history$/],
  ['a credential for staff', 'grace', '/accreditation?state=issued', /^\/accreditation\/credentials\/STN-/],
  ['a person in the register', 'noor', '/register', /^\/register\/[0-9a-z]{10}$/],
  ['a case', 'noor', '/portfolio/cases', /^\/portfolio\/cases\/[0-9a-f-]{36}$/],
  ['a session of supervision', 'noor', '/portfolio/supervision', /^\/portfolio\/supervision\/[0-9a-f-]{36}$/],
  ['an entry of CPD', 'noor', '/portfolio/cpd', /^\/portfolio\/cpd\/[0-9a-f-]{36}$/],
  ['a reflection', 'noor', '/portfolio/reflections', /^\/portfolio\/reflections\/[0-9a-f-]{36}$/],
  ['a clip', 'sol', '/portfolio/clips', /^\/portfolio\/clips\/[0-9a-f-]{36}$/],
  ['a training elsewhere', 'sol', '/portfolio/trainings', /^\/portfolio\/trainings\/[0-9a-f-]{36}$/],
  ['a training to check', 'grace', '/accreditation/trainings', /^\/accreditation\/trainings\/[0-9a-f-]{36}$/],
  ['a clip to be rated', 'imre', '/supervision', /^\/supervision\/clips\/[0-9a-f-]{36}$/],
  ['a supervisee', 'imre', '/supervision', /^\/supervision\/[0-9a-f-]{36}$/],
  ['the form of a statement', 'imre', '/supervision', /^\/supervision\/[0-9a-f-]{36}\/statement$/],
  ['a statement that staff read', 'grace', '/notices', /^\/accreditation\/statements\/[0-9a-f-]{36}$/],
  ['an application', 'grace', '/applications', /^\/applications\/[0-9a-f-]{36}$/],
  ['seats that a trust has bought', 'paul', '/seats', /^\/seats\/[0-9a-f-]{36}$/],
  ['what a trust orders and who manages it', 'paul', '/seats', /^\/seats\/organisations\/[0-9a-f-]{36}$/],
  ['the invoice of a trust', 'root', '/admin/invoices', /^\/seats\/[0-9a-f-]{36}\/invoice$/],
  ['a seat that waits', 'noor', '/seats', /^\/claim\/[0-9a-f-]{36}$/],
  ['a person', 'root', '/admin/people', /^\/admin\/people\/[0-9a-f-]{36}$/],
]

/** What a training lead sees of a cohort beside its trainees, and in four of these what stands behind their first row. */
const COHORT_PAGES = [
  'enrolments',
  'places',
  'sessions',
  'discussion',
  'pathway',
  'extensions',
  'marking',
  'moderation',
  'agreement',
  'standard',
  'similarity',
  'rubric-changes',
]
const BEHIND: [part: string, name: DemoName][] = [
  ['sessions', 'lena'],
  ['discussion', 'lena'],
  ['moderation', 'wanjiru'],
  ['similarity', 'lena'],
]

/** A vignette of each kind with somebody who answers it: where nothing is under way, it is begun. */
const ANSWERING: [kind: string, name: DemoName, vignette: string][] = [
  ['response', 'noor', 'the-third-cancellation'],
  ['six steps', 'gareth', 'the-locked-door'],
  ['unfolding', 'frederik', 'nine-hours'],
  ['rewrite', 'emeka', 'five-small-photos'],
  ['annotate', 'emeka', 'a-date-in-green'],
  ['script concordance', 'emeka', 'something-to-switch-it-off'],
  ['situational judgement', 'emeka', 'the-second-long-day'],
]

/** What became of an answer, by kind: with its key, with its marks, or still on its way. */
const HANDED_IN: [what: string, name: DemoName, vignette: string][] = [
  ['a coding', 'rhys', 'a-date-in-green'],
  ['concordance items', 'dermot', 'something-to-switch-it-off'],
  ['judgement items', 'anneliese', 'the-second-long-day'],
  ['an intervention put right', 'chau', 'by-the-way'],
  ['six steps with their marks', 'ritu', 'the-locked-door'],
  ['an appeal that was decided', 'dermot', 'the-third-cancellation/attempts/1/appeal'],
]

for (const [name, addresses] of Object.entries(PAGES) as [DemoName | 'anybody', string[]][])
  for (const address of addresses)
    test(`${address} is accessible and fits the screen for ${name}`, async ({ page, signIn, expectAccessible }) => {
      if (name !== 'anybody') await signIn(name)
      await page.goto(address)
      await expectFit(page, expectAccessible)
    })

for (const [what, name, from, address] of LINKED)
  test(`${what} is accessible and fits the screen`, async ({ page, signIn, expectAccessible }) => {
    await signIn(name)
    await follow(page, from, address)
    await expectFit(page, expectAccessible)
  })

test('the preview of certificates is accessible and fits the screen', async ({ page, signIn, expectAccessible }) => {
  await signIn('grace')
  await page.goto('/accreditation?tick=all')
  await page.getByRole('button', { name: 'See the certificates of those ticked' }).click()
  await expectFit(page, expectAccessible)
})

test('the page on which a note is written is accessible and fits the screen', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn('noor')
  await page.goto('/learn/mentalizing-introduction/four-dimensions')
  await page.getByText('Write a note on a paragraph').click()
  await page.getByRole('button', { name: 'Write a note' }).last().click()
  await expect(page.getByRole('toolbar', { name: 'Formatting: Your note' })).toBeVisible()
  await expectFit(page, expectAccessible)
})

test('a concern that was raised is accessible and fits the screen', async ({ page, signIn, expectAccessible }) => {
  await signIn('ada')
  await page.goto('/concern')
  await page.getByLabel('What worries you?').fill('A script describes a patient whom I believe to be in danger.')
  await page.getByRole('button', { name: 'Raise this concern' }).click()
  await expect(page.getByText('Thank you. Your concern has reached')).toBeVisible()
  await signIn('grace')
  await follow(page, '/concerns', /^\/concerns\/[0-9a-f-]{36}$/)
  await expectFit(page, expectAccessible)
})

for (const part of [/\/correct$/, /^\/portfolio\/entries\//])
  test(`what leads on from a case (${part.source}) is accessible and fits the screen`, async ({
    page,
    signIn,
    expectAccessible,
  }) => {
    await signIn('noor')
    await follow(page, '/portfolio/cases', /^\/portfolio\/cases\/[0-9a-f-]{36}$/)
    await follow(page, page.url(), part)
    await expectFit(page, expectAccessible)
  })

test('a session that may identify somebody is asked about accessibly', async ({
  page,
  signIn,
  expectAccessible,
  expectRefusal,
}) => {
  await signIn('noor')
  expectRefusal(400, '/portfolio/supervision/new?repeat=last')
  await page.goto('/portfolio/supervision/new?repeat=last')
  await page.getByLabel('What you take away').fill('Ring 07700 900123 about the letter.')
  await page.getByRole('button', { name: 'Keep this session' }).click()
  await expect(page.getByText('could this identify somebody?')).toBeVisible()
  await expectFit(page, expectAccessible)
})

test('a cohort is accessible and fits the screen', async ({ page, signIn, expectAccessible }) => {
  await signIn('lena')
  await openCohort(page)
  await expectFit(page, expectAccessible)
})

for (const part of COHORT_PAGES)
  test(`the ${part} of a cohort fit the screen and are accessible`, async ({ page, signIn, expectAccessible }) => {
    await signIn('lena')
    await openCohort(page, part)
    await expectFit(page, expectAccessible)
  })

for (const [part, name] of BEHIND)
  test(`one row of the ${part} of a cohort fits the screen and is accessible`, async ({
    page,
    signIn,
    expectAccessible,
  }) => {
    await signIn(name)
    await openCohort(page, part)
    await follow(page, page.url(), new RegExp(`^/cohorts/[0-9a-f-]{36}/${part}/[0-9a-f-]{36}$`))
    await expectFit(page, expectAccessible)
  })

test('the lesson that somebody asked about is accessible and fits the screen for a lead', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn('lena')
  await openCohort(page, 'discussion')
  await page.getByRole('link', { name: /^Own mistakes and contrary moves: / }).click()
  await follow(page, page.url(), /\/lesson#p-/)
  await expectFit(page, expectAccessible)
})

test('the attendance of a session fits the screen and is accessible', async ({ page, signIn, expectAccessible }) => {
  await signIn('lena')
  await openCohort(page, 'sessions')
  await follow(page, page.url(), /^\/cohorts\/[0-9a-f-]{36}\/sessions\/[0-9a-f-]{36}$/)
  await follow(page, page.url(), /\/attendance$/)
  await expectFit(page, expectAccessible)
})

/** Beside what stands in `COHORT_PAGES`: what is announced, and where one writes. */
for (const [what, address] of [
  ['announcements', /\/announcements$/],
  ['place to announce something', /\/announcements\/write$/],
  ['place to begin a thread', /\/discussion\/new$/],
] as const)
  test(`the ${what} of a cohort fits the screen and is accessible`, async ({ page, signIn, expectAccessible }) => {
    await signIn('lena')
    await openCohort(page, 'discussion')
    await follow(page, page.url(), address)
    await expectFit(page, expectAccessible)
  })

for (const [kind, name, vignette] of ANSWERING)
  test(`answering by ${kind} is accessible and fits the screen`, async ({ page, signIn, expectAccessible }) => {
    await signIn(name)
    await openAnswer(page, vignette)
    await expectFit(page, expectAccessible)
  })

for (const [what, name, vignette] of HANDED_IN)
  test(`${what} is accessible and fits the screen`, async ({ page, signIn, expectAccessible }) => {
    await signIn(name)
    await page.goto(`/vignettes/${vignette.includes('/') ? vignette : `${vignette}/attempts/1`}`)
    await expectFit(page, expectAccessible)
  })

/** The cohort of the demonstration in which most has happened, or a part of it. */
async function openCohort(page: Page, part?: string) {
  await page.goto('/cohorts')
  await page.getByRole('link', { name: 'Therapeutic stance, Tuesday group' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Therapeutic stance, Tuesday group' })).toBeVisible()
  if (part) await follow(page, page.url(), new RegExp(`^/cohorts/[0-9a-f-]{36}/${part}$`))
}

/** Goes on with the attempt that is under way, or begins one. */
async function openAnswer(page: Page, vignette: string) {
  const answer = `/vignettes/${vignette}/answer`
  await page.goto(answer)
  if (!page.url().endsWith(answer)) {
    const goOn = page.getByRole('link', { name: 'Go on to the vignette' })
    const begin = page.getByRole('button', { name: 'Begin' })
    await expect(goOn.or(begin)).toBeVisible()
    if (await goOn.isVisible()) await goOn.click()
    await begin.click()
  }
  await expect(page).toHaveURL(answer)
}

/** Opens the first page of this kind that another page links to. */
async function follow(page: Page, from: string, address: RegExp) {
  await page.goto(from)
  const hrefs = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const href = hrefs.find((one) => one && address.test(one))
  expect(href, `${from} links to such a page`).toBeTruthy()
  await page.goto(href ?? '')
}

/** A page has the same colours at both widths: the light ones are looked at in the wide one, the dark ones in the narrow one. */
async function expectFit(page: Page, expectAccessible: Fixtures['expectAccessible']) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(/ · Stance$|^Stance/)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, 'nothing to scroll sideways').toBeLessThanOrEqual(0)
  if (test.info().project.name === 'phone') await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
}
