import { parseArgs } from 'node:util'
import { Fault } from '#scripts/narrate.mjs'
import { ask, askHidden, readPiped } from './ask.ts'

/**
 * Name, address and password of the administrator to be: from `--name` and `--email`, the environment or a pipe, and
 * asked for where they are missing and somebody sits at the terminal. Never a password among the words of a command, which
 * every user of the machine can list.
 */
export async function readAdministrator() {
  const { name, email } = readWords()
  return {
    name: name ?? (await askOrRefuse('Name', '--name')),
    email: email ?? (await askOrRefuse('E-mail', '--email')),
    password: await readPassword(),
  }
}

function readWords() {
  try {
    return parseArgs({ options: { name: { type: 'string' }, email: { type: 'string' } } }).values
  } catch {
    throw new Fault('Use: npm run admin:create -- --name "Ada Lovelace" --email ada@example.org')
  }
}

function askOrRefuse(question: string, option: string): Promise<string> {
  if (process.stdin.isTTY) return ask(question)
  throw new Fault(`Nobody is at the terminal to be asked: give ${option}.`)
}

async function readPassword(): Promise<string> {
  if (process.env.STANCE_ADMIN_PASSWORD) return process.env.STANCE_ADMIN_PASSWORD
  if (!process.stdin.isTTY) return readPiped()
  const password = await askHidden('Password (not shown)')
  if ((await askHidden('The same again')) !== password)
    throw new Fault('The two passwords differ. Nothing was changed.')
  return password
}
