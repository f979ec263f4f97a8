/** The longest recording we take, in bytes: ten minutes of a good MP3, two of the plainest WAV. */
export const mostBytes = 10_000_000
