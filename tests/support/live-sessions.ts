import type { SessionWish } from '#app/features/cohorts/plan-session.server.ts'

/** A day of six hours in a room, two weeks after what tests take for now. */
export const sessionWish = (changes: Partial<SessionWish> = {}): SessionWish => ({
  title: 'Day 1: Curiosity',
  startsAt: '2026-11-16T09:30',
  endsAt: '2026-11-16T16:30',
  place: 'Room 4, 12 Park Row',
  link: '',
  countsMinutes: 360,
  key: '',
  ...changes,
})
