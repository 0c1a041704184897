import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/people.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { releaseMarks } from '#app/features/marking/release-marks.server.ts'
import { now } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import { type BuiltRoute, builtRoutes } from '#tests/support/built-routes.ts'
import { bringBack, keepDatabase } from '#tests/support/database.ts'
import { createOneOfEverything, type OneOfEverything } from '#tests/support/one-of-everything.ts'

/** The session's own is one of them. */
const STATEMENTS = 3
/**
 * A note is read beside its draft, and a first visit reads the text that it is on.
 * The first visit of a day finds out who has to be judged anew, reads them, and the texts that they are judged by; later ones ask once. What
 * one learns is shown with the next live session, and a first visit reads the texts.
 */
const STATEMENTS_OF: Record<string, number> = {
  'cohorts.$id.pathway': 4,
  'accreditation.candidates': 4,
  learn: 4,
  'learn.notes.$id': 4,
}
/** React, its router and what they need, compressed. */
const FRAMEWORK_BYTES = 113 * 1024
/** What a page may add to it before anybody touches the page. */
const OWN_BYTES = 40 * 1024

const pages = (await builtRoutes()).filter(({ isPage }) => isPage)
const hydrated = pages.filter(({ hydrates }) => hydrates)

let everything: OneOfEverything

beforeEach(async () => {
  if (everything) return bringBack()
  everything = await createOneOfEverything()
  return keepDatabase()
})

type Seen = { who: string; as: Actor | undefined; address: string; status: number; answer: Response; html: string }

/** The page as everybody sees it who has anything to do here, what is their own and what is not. */
async function seenByAll(route: BuiltRoute): Promise<Seen[]> {
  const address = everything.addresses[route.name] ?? route.pattern
  const people: [string, Actor | undefined][] = [['nobody', undefined], ...Object.entries(everything.owners)]
  const seen: Seen[] = []
  for (const [who, as] of people) {
    const answer = await ask(address, { ...(as && { as }) })
    seen.push({ who, as, address, status: answer.status, answer, html: await answer.text() })
  }
  return seen
}

/** Every tag as it was sent. Text and values hold no bare angle bracket: React escapes them. */
const tagsOf = (html: string): string[] => html.match(/<[a-z][^>]*>/gi) ?? []

const FORBIDDEN = /^<style\b|\sstyle=|\son[a-z]+=|\s(href|action)="javascript:/i

/** What the content security policy would refuse. */
const refusedTags = (html: string) => tagsOf(html).filter((tag) => FORBIDDEN.test(tag))
/** The small scripts of its own that a page may have which React does not take over. */
const ISLANDS: Record<string, string[]> = {
  verify: ['file-check'],
  'learn.$course.$lesson': ['lesson', 'media'],
  offline: ['offline'],
  'settings.device': ['device-switch'],
  'supervision.$trainee.statement': ['kept-form'],
}
const islandTag = (island: string) =>
  new RegExp(`^<script type="module" src="(/assets/${island}\\.island-[\\w-]+\\.js)"[^>]*>$`)
/** What a page may send for one of them, compressed. */
const ISLAND_BYTES = 40 * 1024
const scripts = (html: string) => tagsOf(html).filter((tag) => /^<script\b/i.test(tag))

const foreignScripts = (name: string, html: string) => {
  const islands = [...(ISLANDS[name] ?? []), ...(keptFormsIn(html).length > 0 ? ['kept-form'] : [])]
  return scripts(html).filter((tag) => !islands.some((island) => islandTag(island).test(tag)))
}

/** Pages with a form that keeps what is written into it, as far as everything here shows it. */
const WRITTEN_AT_LENGTH = [
  'accreditation.credentials.$number',
  'accreditation.trainings.$id',
  'applications.$id',
  'cohorts.$id.moderation.$moderation',
  'cohorts.$id.similarity.$finding',
  'concern',
  'concerns.$id',
  'marking.$code.differences',
  'portfolio.cases.$id.correct',
  'portfolio.cases.new',
  'portfolio.cpd.$id',
  'portfolio.cpd.new',
  'portfolio.supervision.$id',
  'portfolio.supervision.new',
  'supervision',
  'supervision.$trainee.statement',
  'supervision.clips.$id',
]

/** Where such a form sends what is written into it. */
const keptFormsIn = (html: string): string[] =>
  [...html.matchAll(/data-kept-form="([^"]*)"/g)].map(([, told = '']) => {
    const { kind, subject } = JSON.parse(told.replaceAll('&quot;', '"'))
    return `/drafts/${kind}/${encodeURIComponent(subject)}`
  })

const islands = Object.entries(ISLANDS).flatMap(([name, own]) => own.map((island) => [name, island] as const))

test.each(islands)('%s has the script %s, which is small', async (name, island) => {
  const seen = await Promise.all(pages.filter((page) => page.name === name).map(seenByAll))
  const tags = seen.flatMap((all) => all.flatMap(({ html }) => scripts(html)))
  const [, source = ''] = tags.map((tag) => islandTag(island).exec(tag)).find(Boolean) ?? []
  expect(gzipSync(readFileSync(path.join('build/client', source))).byteLength).toBeLessThan(ISLAND_BYTES)
})

describe.each(pages.map((page) => [page.name, page] as const))('%s', (name, page) => {
  test('keeps to its statements, its scripts and the policy for whoever opens it', async () => {
    const seen = await seenByAll(page)
    const statuses = seen.map(({ status }) => status)
    expect(statuses).toContain(name === 'not-found' ? 404 : 200)
    for (const { who, address, status, answer, html } of seen) {
      const isTakenOver = page.hydrates && status === 200
      expect({
        who,
        address,
        refused: refusedTags(html),
        scripts: isTakenOver ? [] : foreignScripts(name, html),
      }).toEqual({
        who,
        address,
        refused: [],
        scripts: [],
      })
      expect(statementsOf(answer), `${address} for ${who}`).toBeLessThanOrEqual(STATEMENTS_OF[name] ?? STATEMENTS)
    }
  })
})

test.each(pages.filter(({ name }) => WRITTEN_AT_LENGTH.includes(name)).map((page) => [page.name, page] as const))(
  'a form of %s is kept for whoever it is shown to, and for nobody who cannot open its page',
  async (_, page) => {
    const seen = await seenByAll(page)
    const forms = new Set(seen.flatMap(({ html }) => keptFormsIn(html)))
    expect(forms.size).toBeGreaterThan(0)
    for (const form of forms)
      for (const { who, as, status, html } of seen) {
        const isKept = (await ask(form, { ...(as && { as }) })).status === 200
        if (status !== 200) expect({ who, form, isKept }).toEqual({ who, form, isKept: false })
        if (keptFormsIn(html).includes(form)) expect({ who, form, isKept }).toEqual({ who, form, isKept: true })
      }
  },
)

test('what a trainee reads after the release keeps to its statements as well', async () => {
  const { noor, lena } = everything.owners
  const code = path.basename(everything.addresses['marking.$code'] ?? '')
  const mark = { 'level.asking': '5', global: '5', overall: 'Steady work.' }
  expect(await lockMark(lena, code, mark, now)).toMatchObject({ isLocked: true })
  await releaseMarks(lena, [code], now)
  const address = everything.addresses['vignettes.$slug.attempts.$number'] ?? ''
  const unrated = await ask(address, { as: noor })
  expect(await unrated.text()).not.toContain('Steady work.')
  await ask(address, { as: noor, form: { intent: 'rate', 'own.asking': '4', 'own-global': '4' } })
  const answer = await ask(address, { as: noor })
  expect(await answer.text()).toContain('Steady work.')
  for (const page of [unrated, answer]) expect(statementsOf(page)).toBeLessThanOrEqual(STATEMENTS)
})

describe('a page that React takes over', () => {
  test('is where people write: a text that is taught, an answer, a mark, a seat on a panel, a reflection, a note, and to their cohort', () => {
    expect(hydrated.map(({ name }) => name).sort()).toEqual([
      'author.$name',
      'calibration.$benchmark',
      'cohorts.$id.announcements.write',
      'cohorts.$id.discussion.$thread.write',
      'cohorts.$id.discussion.new',
      'learn.$course.$lesson.ask',
      'learn.notes.$id',
      'marking.$code',
      'panels.$id.answer',
      'portfolio.reflections.$id.correct',
      'portfolio.reflections.new',
      'vignettes.$slug.answer',
    ])
  })

  test.each(hydrated.map((page) => [page.name, page] as const))(
    '%s loads little beside the framework, each script under the nonce of the policy',
    async (_, page) => {
      const taken = (await seenByAll(page)).filter(({ status }) => status === 200)
      for (const { answer, html } of taken) {
        const bytes = loadedFiles(html).reduce((sum, file) => sum + gzipSync(readAsset(file)).byteLength, 0)
        expect(bytes).toBeGreaterThan(50 * 1024)
        expect(bytes).toBeLessThanOrEqual(FRAMEWORK_BYTES + OWN_BYTES)
        const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get('Content-Security-Policy') ?? '') ?? []
        for (const script of scripts(html)) expect(script).toContain(`nonce="${nonce}"`)
      }
    },
  )

  test('loads the editor only once it is there', async () => {
    const page = hydrated.find(({ name }) => name === 'vignettes.$slug.answer')
    const [taken] = (page ? await seenByAll(page) : []).filter(({ status }) => status === 200)
    const loaded = loadedFiles(taken?.html ?? '')
    expect(loaded.join(' ')).not.toContain('editor-')
    expect(loaded.map(readAsset).join('\n')).toMatch(/import\(\s*[`"'][^`"']*editor-/)
  })
})

const readAsset = (file: string) => readFileSync(path.resolve('build/client/assets', file), 'utf8')

/** The script files that a page loads, and all that these import before they run. It names others, to which nobody goes from there. */
function loadedFiles(html: string): string[] {
  const loads = /(?:rel="modulepreload" href=|from )"\/assets\/([\w.-]+\.js)"/g
  const files = new Set([...html.matchAll(loads)].map(([, file = '']) => file))
  // A set goes on with what is added while it is walked through.
  for (const file of files) for (const imported of importsOf(readAsset(file))) files.add(imported)
  return [...files]
}

const importsOf = (script: string): string[] =>
  [...script.matchAll(/(?:\bfrom|\bimport)\s*[`"']\.\/([\w.-]+\.js)[`"']/g)].map(([, file = '']) => file)
