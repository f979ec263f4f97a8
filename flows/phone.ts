import { z } from 'zod'

/**
 * A number as an operator enters it: E.164, a template that gives one, or a named reference (`ref:…`) that is mapped later.
 * Whether a template gives a number is known only in the call; `dialable` decides it there.
 */
export const PhoneTemplate = z
  .string()
  .max(200)
  .regex(
    /^(\+[1-9]\d{6,14}|ref:.+|[^{]*(\{\{|\{%)[\s\S]+)$/,
    'Write the number with + and country code, such as +12025550123, or a value such as {{ nurse_line }}.',
  )
export type PhoneTemplate = z.infer<typeof PhoneTemplate>

/**
 * The number to call or text in a rendered value: E.164, or a short code of 3 to 8 digits. Blanks, hyphens, dots and brackets are dropped.
 * Undefined for what no carrier can reach, such as an empty value or `anonymous`.
 */
export function dialable(rendered: string): string | undefined {
  const number = rendered.replace(/[\s().-]/g, '')
  return /^(\+[1-9]\d{6,14}|\d{3,8})$/.test(number) ? number : undefined
}

/** Whether the text is a number as it stands, so that no call needs to find out. */
export const isLiteralNumber = (template: string): boolean => !template.includes('{') && dialable(template) !== undefined
