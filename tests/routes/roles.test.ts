import { beforeEach, expect, test } from 'vitest'
import { can } from '#app/auth/policy.ts'
import { type Actor, ROLES } from '#app/domain/people.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { ask, dataAddress } from '#tests/support/built-app.ts'
import { type BuiltRoute, builtRoutes } from '#tests/support/built-routes.ts'
import { bringBack, keepDatabase } from '#tests/support/database.ts'
import { createOneOfEverything, type OneOfEverything } from '#tests/support/one-of-everything.ts'
import { access, type Rule } from './access.ts'

type Outcome = 'may' | 'has to sign in' | 'may not' | 'finds nothing'
type Way = (route: BuiltRoute, as: Actor | undefined) => Promise<Response>

const answering = (await builtRoutes()).filter(({ answersGet, takesPost }) => answersGet || takesPost)
const byName = (routes: { name: string }[]) => routes.sort((a, b) => (a.name < b.name ? -1 : 1))

let everything: OneOfEverything
/** Strangers to everything there is: nobody, somebody with each role alone, somebody with none. */
let people: [string, Actor | undefined][]

beforeEach(async () => {
  if (everything) return bringBack()
  everything = await createOneOfEverything()
  people = [['nobody', undefined]]
  for (const roles of [[], ...ROLES.map((role) => [role])]) {
    const name = roles[0] ?? 'somebody'
    people.push([name, await createAccount(name, { roles })])
  }
  return keepDatabase()
})

function addressOf({ name, pattern }: BuiltRoute): string {
  const address = everything.addresses[name] ?? pattern
  if (address.includes(':')) throw new Error(`nothing stands for the parameters of ${pattern}`)
  // A form of the page at the same address as its frame says so.
  return name === 'settings.profile' ? `${address}?index` : address
}

/** As its data alone, without the frames around it: only its own guard can refuse. */
const alone = (route: BuiltRoute) => {
  // The frame of all pages has no address of its own.
  const address = dataAddress(route.name === 'app-layout' ? '/notices' : addressOf(route))
  return `${address}${address.includes('?') ? '&' : '?'}_routes=${encodeURIComponent(route.id)}`
}

const sentTo = ({ name }: BuiltRoute) => everything.sent[name] ?? { form: {} }

const asPage: Way = (route, as) => ask(addressOf(route), { ...(as && { as }) })
const asDataAlone: Way = (route, as) => ask(alone(route), { ...(as && { as }) })

/** The frame of all pages has no address, so that it is only ever asked for as data. */
const waysToRead = ({ name }: BuiltRoute): Record<string, Way> =>
  name === 'app-layout' ? { asDataAlone } : { asPage, asDataAlone }

const waysToWrite: Record<string, Way> = {
  asForm: (route, as) => ask(addressOf(route), { ...sentTo(route), ...(as && { as }) }),
  asData: (route, as) => ask(dataAddress(addressOf(route)), { ...sentTo(route), ...(as && { as }) }),
}

async function outcomeOf(answer: Response): Promise<Outcome | number> {
  const { status, headers } = answer
  // A redirect of data is told in its body.
  const to = headers.get('Location') ?? (status === 202 ? await answer.text() : '')
  if (status === 401 || to.includes('/sign-in?next=')) return 'has to sign in'
  if (status === 403) return 'may not'
  if (status === 404) return 'finds nothing'
  return status <= 400 ? 'may' : status
}

function outcomeBy(rule: Rule, person: Actor | undefined): Outcome {
  const { who, ofOthers } = typeof rule === 'string' ? { who: rule } : rule
  if (who !== 'everybody' && !person) return 'has to sign in'
  if (who !== 'everybody' && who !== 'whoever is signed in' && person && !can(person, who)) return 'may not'
  if (!ofOthers || person?.roles.some((role) => ofOthers.includes(role))) return 'may'
  return 'finds nothing'
}

async function expectOutcomes(how: string, route: BuiltRoute, way: Way, rule: Rule): Promise<void> {
  const found: Record<string, Outcome | number> = {}
  const wanted: Record<string, Outcome> = {}
  for (const [name, person] of people) {
    found[name] = await outcomeOf(await way(route, person))
    wanted[name] = outcomeBy(rule, person)
  }
  expect({ how, ...found }).toEqual({ how, ...wanted })
}

test('every route and everything that it answers is in the table, and nothing else is', () => {
  const built = answering.map(({ name, answersGet, takesPost }) => ({ name, answersGet, takesPost }))
  const listed = Object.entries(access).map(([name, { GET, POST }]) => ({
    name,
    answersGet: Boolean(GET),
    takesPost: Boolean(POST),
  }))
  expect(byName(listed)).toEqual(byName(built))
})

test.each(answering.map((route) => [route.name, route] as const))('%s is open to whom it may be', async (_, route) => {
  const { GET, POST } = access[route.name] ?? {}
  if (GET) for (const [how, way] of Object.entries(waysToRead(route))) await expectOutcomes(how, route, way, GET)
  if (POST) for (const [how, way] of Object.entries(waysToWrite)) await expectOutcomes(how, route, way, POST)
})

test('a mark is drafted by nobody but the lead who took the script', async () => {
  const draft = everything.sent['drafts.$kind.$subject']
  const outcomes = await Promise.all(
    people.map(async ([name, as]) => [
      name,
      await outcomeOf(await ask(everything.draftOfMark, { ...draft, ...(as && { as }) })),
    ]),
  )
  expect(Object.fromEntries(outcomes)).toMatchObject({
    nobody: 'has to sign in',
    trainee: 'may not',
    training_lead: 'finds nothing',
  })
  expect((await ask(everything.draftOfMark, { ...draft, as: everything.owners.lena })).status).toBe(200)
})
