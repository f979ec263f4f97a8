import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A number as people read it, `+1 202 555 0140`; what is no full number stays as it was given. */
export function readableNumber(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number
}
