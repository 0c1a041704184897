import { expect, test } from 'vitest'
import { attachmentNamed } from '#app/http/download.ts'

test('a file is saved under its name in any script, and no name ends the header or says another', () => {
  expect(attachmentNamed('Day 1 – 心.pdf')).toBe(
    `attachment; filename="Day 1 _ _.pdf"; filename*=UTF-8''Day%201%20%E2%80%93%20%E5%BF%83.pdf`,
  )
  expect(attachmentNamed(`a"; filename="b'(*).exe\r\n`)).toBe(
    `attachment; filename="a_; filename=_b'(*).exe__"; filename*=UTF-8''a%22%3B%20filename%3D%22b%27%28%2A%29.exe%0D%0A`,
  )
})
