/** How a meeting is cited, as in KK-07. */
export const meetingCitation = (prefix: string, number: number) => `${prefix}-${String(number).padStart(2, '0')}`
