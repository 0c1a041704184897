/** Minutes as hours that people read: "6", "1.5", "0.75". */
export const hoursNumber = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100)

/** "1 hour", "6 hours", "1.5 hours". */
export const hoursWords = (minutes: number): string => `${hoursNumber(minutes)} ${minutes === 60 ? 'hour' : 'hours'}`
