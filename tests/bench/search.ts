import { execFileSync } from 'node:child_process'
import type pg from 'pg'
import { seededRandom } from '#app/domain/seeded-random.ts'
import { inDatabaseOfItsOwn } from './own-database.ts'

const COURSES = 100
const LESSONS_IN_EACH = 100
const WORDS_IN_EACH = 500
const ROUNDS = 15

const QUESTIONS = {
  'a word of most lessons': 'patient',
  'two words': 'arousal intervention',
  'words in quotation marks': '"the patient"',
  'a rare word': 'carers',
  'a mistyped word': 'intervensions',
}

export type SearchBench = {
  documents: number
  fillSeconds: number
  rows: { question: string; found: number; medianMs: number; ofBareSql: number }[]
}

/** In a process of its own, whose settings are those of its database. */
export const measureSearch = (): SearchBench =>
  JSON.parse(execFileSync(process.execPath, [import.meta.filename, '--json'], { encoding: 'utf8' }))

export const searchTable = ({ documents, rows }: SearchBench) =>
  rows.map(({ question, found, medianMs, ofBareSql }) => ({
    [`search in ${documents}`]: question,
    found,
    'median ms': Number(medianMs.toFixed(1)),
    'of bare SQL': `${ofBareSql.toFixed(1)}x`,
  }))

async function measure(bare: pg.Client): Promise<SearchBench> {
  const { publishContent } = await import('#app/content/publish.server.ts')
  const { viewSearch } = await import('#app/features/search/view-search.server.ts')
  await publishContent('content', new Date())
  const startedAt = performance.now()
  const actor = await fill()
  await bare.query('ANALYZE')
  const fillSeconds = (performance.now() - startedAt) / 1_000
  const { rows: counted } = await bare.query<{ count: number }>('SELECT count(*)::int AS count FROM search_document')
  const rows = []
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const asked = { question, kind: null, course: null, page: 1 }
    const { total } = await viewSearch(actor, asked)
    const medianMs = await medianOf(() => viewSearch(actor, asked))
    const bareMs = await medianOf(() => bare.query(BARE, [question]))
    rows.push({ question: name, found: total, medianMs, ofBareSql: medianMs / bareMs })
  }
  return { documents: counted[0]?.count ?? 0, fillSeconds, rows }
}

/** What any search has to do: nobody's reach, no passages, no guess, no count of the rest. */
const BARE = `
  SELECT id, title FROM search_document
  WHERE full_vector @@ websearch_to_tsquery('english', $1)
  ORDER BY ts_rank(full_vector, websearch_to_tsquery('english', $1), 1) DESC LIMIT 10`

/** Lessons of words drawn from the real ones, so that they are as common there as here. Somebody is enrolled for half of them. */
async function fill(): Promise<{ id: string }> {
  const { db, transact } = await import('#app/db/client.server.ts')
  const { addWords, replaceDocuments } = await import('#app/db/search-index.server.ts')
  const lessons = await db().searchDocument.findMany({ where: { kind: 'lesson' }, select: { body: true, title: true } })
  const words = lessons.flatMap(({ body }) => body.split(/\s+/))
  const random = seededRandom('search')
  const draw = (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(' ')
  const person = { email: 'bench@bench.example', name: 'Bench', profession: 'nurse' } as const
  const actor = await db().user.create({ data: person, select: { id: true } })
  for (let course = 0; course < COURSES; course++) {
    const slug = `bench-${course}`
    const item = await db().contentItem.create({ data: { kind: 'course', slug }, select: { id: true } })
    if (course % 2)
      await db().enrolment.create({ data: { userId: actor.id, courseId: item.id, enrolledAt: new Date() } })
    const documents = Array.from({ length: LESSONS_IN_EACH }, (_, lesson) => ({
      ...{ kind: 'lesson' as const, slug: `lesson-${lesson}`, title: draw(3), also: '', summary: draw(15) },
      ...{ body: draw(WORDS_IN_EACH), courses: [slug] },
    }))
    await transact(async (tx) => {
      await replaceDocuments(tx, { itemId: item.id, print: 'bench', documents })
      await addWords(tx, item.id)
    })
  }
  return actor
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN
}

// It can be run by itself: `node tests/bench/search.ts`.
if (import.meta.main) {
  const measured = await inDatabaseOfItsOwn('search', measure)
  if (process.argv.includes('--json')) console.log(JSON.stringify(measured))
  else console.table(searchTable(measured))
}
