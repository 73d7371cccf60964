/** A title inside of a sentence ends without a full stop of its own. */
export const bare = (title: string): string => title.replace(/\.$/, '')
