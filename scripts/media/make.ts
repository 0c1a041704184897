import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawCurve } from './draw-curve.ts'
import { captionsOf, type Line, speak } from './speak.ts'

// node scripts/media/make.ts: makes the two samples of the first module again, which are committed. It needs espeak-ng and ffmpeg; Stance itself
// needs neither.

const INTO = 'content/courses/01-mentalizing-introduction/media'
const PICTURES_A_SECOND = 10
const folder = mkdtempSync(join(tmpdir(), 'stance-media-'))
const encode = (...options: string[]) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...options])
const SOUND = ['-c:a', 'aac', '-b:a', '32k', '-ac', '1', '-ar', '22050', '-movflags', '+faststart']

const CLINICIAN = { speaker: 'Clinician', voice: 'en-gb-x-rp+f2' }
const TOMASZ = { speaker: 'Tomasz', voice: 'en-gb+m3' }
const TURN = { pauseSeconds: 0.9 }

const conversation: Line[] = [
  { ...CLINICIAN, says: 'You walked out in the middle of the shift.' },
  { ...CLINICIAN, says: 'Can you take me to just before that?', ...TURN },
  { ...TOMASZ, says: 'Craig moved my name on the rota.' },
  { ...TOMASZ, says: 'He’s a snake. That’s all he is.', ...TURN },
  { ...CLINICIAN, says: 'What was it like, seeing your name moved?', ...TURN },
  { ...TOMASZ, says: 'Like I was a box on a shelf. Twelve years I’ve been there.' },
  { ...TOMASZ, says: 'I went hot. Ashamed, maybe.' },
  { ...TOMASZ, says: 'Everyone could see it.', ...TURN },
  { ...CLINICIAN, says: 'Moved like a box, with everybody looking.' },
  { ...CLINICIAN, says: 'What did you think Craig was up to?', ...TURN },
  { ...TOMASZ, says: 'Then? Making a fool of me.' },
  { ...TOMASZ, says: 'Now, well, he had three off sick. He could have asked.' },
  { ...TOMASZ, says: 'I don’t suppose I’m easy to ask.' },
]

/** What is said of the curve, what is written beneath it, and where the dot goes meanwhile. */
const lesson: (Line & { words: string; to: number })[] = [
  { words: 'arousal rises', to: 0.04, says: 'Arousal rises from left to right. Follow the dot.' },
  { words: 'too little', to: 0.12, says: 'With too little of it, words come easily, and nothing in them matters yet.' },
  { words: 'attention sharpens', to: 0.32, says: 'As feeling rises, slow, controlled mentalizing improves.' },
  {
    words: 'the useful band',
    to: 0.42,
    says: 'This is the useful band: enough feeling to care, enough calm to think.',
  },
  {
    words: 'past the switch',
    to: 0.86,
    says: 'Past the switch, control falls away and first impressions take over, beyond doubt.',
  },
  { words: 'arousal first', to: 0.6, says: 'So help it down first: fewer words, a slower pace, plain validation.' },
  { words: 'then the question', to: 0.36, says: 'Back in the band, ask your question.' },
].map((line) => ({ ...line, voice: 'en-gb-x-rp+f2', pauseSeconds: 0.7 }))

function makeConversation() {
  const wav = join(folder, 'conversation.wav')
  const timed = speak(conversation, folder, wav)
  encode('-i', wav, ...SOUND, join(INTO, 'the-rota.m4a'))
  writeFileSync(join(INTO, 'the-rota.vtt'), captionsOf(timed))
}

function makeFilm() {
  const wav = join(folder, 'film.wav')
  const timed = speak(lesson, folder, wav)
  let picture = 0
  timed.forEach(({ words, startSeconds }, index) => {
    const { to } = lesson[index] ?? { to: 0 }
    const from = lesson[index - 1]?.to ?? 0
    const until = timed[index + 1]?.startSeconds ?? (timed.at(-1)?.endSeconds ?? 0) + 0.7
    for (; picture < Math.round(until * PICTURES_A_SECOND); picture += 1) {
      const passed = (picture / PICTURES_A_SECOND - startSeconds) / (until - startSeconds)
      const eased = (1 - Math.cos(Math.PI * Math.min(Math.max(passed, 0), 1))) / 2
      const file = join(folder, `picture-${String(picture).padStart(4, '0')}.svg`)
      writeFileSync(file, drawCurve({ at: from + (to - from) * eased, words }))
    }
  })
  const pictures = ['-framerate', String(PICTURES_A_SECOND), '-i', join(folder, 'picture-%04d.svg'), '-i', wav]
  const drawn = ['-c:v', 'libx264', '-preset', 'veryslow', '-tune', 'animation', '-crf', '30', '-pix_fmt', 'yuv420p']
  encode(...pictures, ...drawn, ...SOUND, '-shortest', join(INTO, 'arousal-and-the-dot.mp4'))
  writeFileSync(join(INTO, 'arousal-and-the-dot.vtt'), captionsOf(timed))
}

makeConversation()
makeFilm()
