import type { Page } from '@playwright/test'
import type { Newcomer } from '../journey/story.ts'
import { inDatabase } from '../support/database.ts'
import { type DemoName, expect, type Fixtures } from '../support/test.ts'

/** What every chapter needs. */
export type Story = Pick<Fixtures, 'openBrowser' | 'expectRefusal'> & {
  /** Looks a page over before the story goes on, each distinct page once. */
  lookOver(page: Page): Promise<void>
}

/** A trainee of the story, with an answer of their own. */
export type Writer = Newcomer & { say: string; why: string }

/** What each of the three is called, in each project, by what becomes of the marks. */
const NAMES: Record<string, [agreed: string, talked: string, third: string]> = {
  wide: ['Bronisława Krzyżanowska', 'Itziar Goikoetxea', 'Hrafnhildur Þorvaldsdóttir'],
  phone: ['Mbali Dlamini', 'Αναστασία Καραγιάννη', 'Llinos Gwenhwyfar Prydderch'],
}

const WRITTEN: [say: string, why: string][] = [
  [
    'Twice. I said three, and the third is mine. What was it like to hear that from me?',
    'I put my own sum right before I ask anything. He moved the bag when I said it, and I leave what that means to him.',
  ],
  [
    'I got the number wrong, and I can see that it landed. Would you tell me what went through you just then?',
    'He has kept his coat on since. I ask about that minute and keep the letter for later, when he has his breath back.',
  ],
  [
    'You think that we count your absences and not our own. Today that is what I did.',
    'It is the plainest thing that I can say. I am not sure that it is enough: I ask nothing, so he has to do the work.',
  ],
]

export function threeWriters(project: string): [agreed: Writer, talked: Writer, third: Writer] {
  const writer = (at: 0 | 1 | 2): Writer => {
    const name = (NAMES[project] ?? ['Noa Adler', 'Odile Marchetti', 'Pekka Rautavaara'])[at]
    const [say = '', why = ''] = WRITTEN[at] ?? []
    return { name, email: `writer${at}.${project}.${Date.now()}@stance.example`, password: '', say, why }
  }
  return [writer(0), writer(1), writer(2)]
}

export type Part = { code: string; attemptId: string; userId: string }

/** The script of this writer that a marker of the demo cast holds or, with nobody named, that waits for anybody. */
export async function partOf({ email }: Writer, marker: DemoName | null): Promise<Part> {
  const { rows } = await inDatabase<Part>(
    `SELECT a.code, attempt.id AS "attemptId", attempt.user_id AS "userId"
     FROM allocation a JOIN attempt ON attempt.id = a.attempt_id JOIN "user" u ON u.id = attempt.user_id
       LEFT JOIN "user" m ON m.id = a.marker_id
     WHERE u.email = $1 AND coalesce(m.email, '') = $2`,
    [email, marker ? `${marker}@demo.stance.example` : ''],
  )
  const [part] = rows
  if (!part || rows.length > 1) throw new Error(`${marker ?? 'nobody'} has ${rows.length} scripts of ${email}.`)
  return part
}

/** Opens what the newest notice with this title leads to. */
export async function followNotice(page: Page, title: string, link: string) {
  await page.goto('/notices')
  const notice = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) })
  await expect(notice.first()).toBeVisible()
  await notice.first().getByRole('link', { name: link }).click()
}
