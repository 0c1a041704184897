import { rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, withTestServer } from './support/databases.ts'
import { projectFolder } from './support/folders.ts'
import { isAlive, postgresPid, until } from './support/processes.ts'
import { refusal, serve } from './support/serving.ts'

withTestServer()

const READY = 'Stance is running at http://localhost:'
const dataOf = (folder: string) => path.join(folder, '.data/postgres')

describe('starting', () => {
  it('says each step with its time, serves, and stops everything when it is asked to', async () => {
    const folder = await projectFolder()
    const stance = await serve(folder)
    await stance.says(READY)
    for (const step of ['Starting the database', 'Migrating the database', 'Publishing the content'])
      expect(stance.said()).toMatch(new RegExp(`${step} … \\d+(\\.\\d)? s\n`))
    expect((await fetch(stance.url)).status).toBe(200)

    stance.child.kill('SIGINT')
    expect(await stance.ended, stance.said()).toBe(0)
    expect(postgresPid(dataOf(folder))).toBeUndefined()
  })

  it('stops cleanly in the middle of starting', async () => {
    const folder = await projectFolder()
    const stance = await serve(folder)
    await stance.says('Starting the database')
    stance.child.kill('SIGTERM')
    expect(await stance.ended, stance.said()).toBe(0)
    expect(postgresPid(dataOf(folder))).toBeUndefined()
  })

  it('recovers by itself after everything was killed', async () => {
    const folder = await projectFolder()
    const killed = await serve(folder)
    await killed.says(READY)
    const postgres = postgresPid(dataOf(folder))
    if (!postgres) throw new Error('its database is not where it belongs')
    killed.child.kill('SIGKILL')
    process.kill(postgres, 'SIGKILL')
    await killed.ended
    await until(() => !isAlive(postgres))

    const stance = await serve(folder)
    await stance.says(READY)
    expect((await fetch(stance.url)).status).toBe(200)
    stance.child.kill('SIGTERM')
    expect(await stance.ended, stance.said()).toBe(0)
  })

  it('uses the database that DATABASE_URL names, and starts none of its own', async () => {
    const folder = await projectFolder()
    const { adminUrl, appUrl } = await emptyDatabase()
    const stance = await serve(folder, { DATABASE_URL: appUrl, DATABASE_ADMIN_URL: adminUrl })
    await stance.says(READY)
    expect(postgresPid(dataOf(folder))).toBeUndefined()
    stance.child.kill('SIGTERM')
    expect(await stance.ended, stance.said()).toBe(0)
  })
})

describe('what keeps it from starting is one clear message', () => {
  let folder: string
  beforeAll(async () => {
    folder = await projectFolder()
  })
  const withoutStack = (said: string) => expect(said).not.toMatch(/^\s+at /m)

  it.each([
    [{ PORT: '70000', SMTP_URL: 'mail', DATABASE_URL: 'mysql://x' }, [/PORT: /, /SMTP_URL: /, /DATABASE_URL: /]],
    [{ NODE_ENV: 'production' }, [/SESSION_SECRET: must be set/, /APP_URL: must be set/]],
    [{ DATABASE_URL: 'postgresql://a:b@localhost:1/x' }, [/cannot be reached.*\(DATABASE_URL\)/]],
    [{ DATABASE_URL: 'postgresql://a:b@no-such-machine.invalid/x' }, [/No machine named "no-such-machine.invalid"/]],
    [{ DATABASE_ADMIN_URL: 'postgresql://a:b@localhost/x' }, [/DATABASE_URL is not: set both, or none/]],
  ])('%j', async (env, messages) => {
    const said = await refusal(folder, env)
    for (const message of messages) expect(said).toMatch(message)
    withoutStack(said)
  })

  it('a wrong password, a database that is not there', async () => {
    const { adminUrl } = await emptyDatabase()
    const changed = (change: Partial<URL>) => ({ DATABASE_URL: Object.assign(new URL(adminUrl), change).href })
    expect(await refusal(folder, changed({ password: 'wrong' }))).toMatch(/refuses the user "stance_owner"/)
    expect(await refusal(folder, changed({ pathname: 'absent' }))).toMatch(/no database "absent".*create it/)
  })

  it('a port that is taken', async () => {
    const other = createServer().listen(0)
    await until(() => other.listening)
    const { port } = other.address() as { port: number }
    const said = await refusal(folder, { PORT: String(port) })
    expect(said).toContain(`Port ${port} is taken: stop what uses it, or choose another: PORT=${port + 1} npm start`)
    withoutStack(said)
    other.close()
  })

  it('a fault in the content, by file and line', async () => {
    const spoiled = await projectFolder()
    writeFileSync(path.join(spoiled, 'content/courses/03-therapeutic-stance/course.yaml'), 'title: [')
    const said = await refusal(spoiled, {})
    expect(said).toMatch(/courses\/03-therapeutic-stance\/course.yaml:\d+/)
    withoutStack(said)
  })

  it('a data folder that cannot be made', async () => {
    const blocked = await projectFolder()
    rmSync(path.join(blocked, '.data'), { recursive: true, force: true })
    writeFileSync(path.join(blocked, '.data'), '')
    expect(await refusal(blocked, {})).toMatch(/cannot write to its data folder .*: give this user the right/)
  })
})
