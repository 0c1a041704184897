import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** Mail programs join such lines again. */
const SOFT_LINE_BREAK = '=\r\n'

type Refusal = Error & { responseCode: number }

/** What the server does with a mail once it has read it: take it, refuse it with a code, say nothing, or hang up without a word. */
type Behaviour =
  | { kind: 'take' }
  | { kind: 'refuse'; responseCode: number; words: string }
  | { kind: 'keep silent' }
  | { kind: 'hang up' }

export type MailServer = {
  url: string
  /** The mails that arrived, headers and all. */
  received: string[]
  behaviour: Behaviour
  stop(): Promise<void>
}

/** A real SMTP server on a port of its own, which keeps what it is sent. */
export async function startMailServer(): Promise<MailServer> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      const mail = (await text(stream)).replaceAll(SOFT_LINE_BREAK, '')
      const { behaviour } = server
      if (behaviour.kind === 'refuse') return done(refusal(behaviour.responseCode, behaviour.words))
      // A server that hangs up after the mail was read may well deliver it.
      server.received.push(mail)
      if (behaviour.kind === 'take') return done()
      if (behaviour.kind === 'keep silent') return
      for (const connection of smtp.connections as Set<{ id: string; close(): void }>)
        if (connection.id === session.id) connection.close()
    },
  })
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const address = smtp.server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const server: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    behaviour: { kind: 'take' },
    stop: () => new Promise((resolve) => smtp.close(() => resolve())),
  }
  return server
}

const refusal = (responseCode: number, words: string): Refusal => Object.assign(new Error(words), { responseCode })
