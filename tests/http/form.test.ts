import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { checkFields, type FormFault, listField, parseForm } from '#app/http/form.server.ts'

const schema = z.object({
  name: z.string().min(3, 'Too short.'),
  password: z.string().min(3, 'Too short.'),
  roles: listField(z.enum(['trainee', 'supervisor'])),
})

const post = (body: string, type = 'application/x-www-form-urlencoded') =>
  parseForm(new Request('https://stance.example', { method: 'POST', body, headers: { 'content-type': type } }), schema)

const status = (parsed: Promise<unknown>) => parsed.catch((thrown: Response) => thrown.status)

describe('a posted form', () => {
  test('becomes a typed value, with a box ticked never, once or more often as a list', async () => {
    const value = { name: 'Noor', password: 'secret' }
    expect(await post('name=Noor&password=secret')).toMatchObject({ ok: true, value: { ...value, roles: [] } })
    expect(await post('name=Noor&password=secret&roles=trainee')).toMatchObject({ value: { roles: ['trainee'] } })
    expect(await post('name=Noor&password=secret&roles=trainee&roles=supervisor')).toMatchObject({
      value: { roles: ['trainee', 'supervisor'] },
    })
  })

  test('that is at fault comes back with every fault under its field and with what was typed', async () => {
    expect(await post('name=No&password=x&roles=king')).toEqual({
      ok: false,
      fault: {
        errors: { name: ['Too short.'], password: ['Too short.'], roles: [expect.any(String)] },
        values: { name: 'No', roles: 'king' },
      },
    })
  })

  test('names its faults in the order of its fields on the page', async () => {
    const { fault } = (await post('roles=king&password=x&name=No')) as { fault: { errors: object } }
    expect(Object.keys(fault.errors)).toEqual(['roles', 'password', 'name'])
  })

  test('names a group of which nothing was chosen, and which is therefore not sent, where it stands', () => {
    const ground = z.enum(['procedure', 'bias'])
    const form = z.object({ title: z.string().min(1), ground, grounds: ground, text: z.string().min(1) })
    const { fault } = checkFields({ title: '', text: '' }, form) as { fault: FormFault }
    expect(Object.keys(fault.errors)).toEqual(['title', 'ground', 'grounds', 'text'])
  })

  test('that is larger than any form of ours is refused before it is read to its end', async () => {
    expect(await status(post(`name=${'x'.repeat(300_000)}`))).toBe(413)
  })

  test('of as many fields as fit into it, or as many values, is read and refused in no time', async () => {
    const names = Array.from({ length: 40_000 }, (_, at) => at.toString(36))
    const { fault } = (await post(`${names.join('&')}&roles=king`)) as { fault: { errors: object } }
    expect(fault.errors).toHaveProperty('roles')
    const values = (await post('roles=king&'.repeat(20_000))) as { fault: FormFault }
    expect(values.fault.errors.roles).toEqual([expect.any(String)])
  })

  test('of another kind is refused', async () => {
    expect(await status(post('{"name":"Noor"}', 'application/json'))).toBe(415)
  })
})
