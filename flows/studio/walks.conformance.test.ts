import { describe, expect, it } from 'vitest'
import { call, type TestCall } from '#engine/testing/TestCall'
import type { JsonObject } from '../json'
import { mapReferences, unmapped } from './references'
import { hasFixtures, readFixture } from './testing/fixtures'
import { imported } from './testing/imported'

const flow = (file: string) => imported(readFixture('studio-flows', file))
const on = (file: string): TestCall => {
  const { draft } = flow(file)
  return call(draft.drawing, draft.content)
}

describe.skipIf(!hasFixtures)('the vaccine list, by text', () => {
  const asked = (answers: string[]): TestCall =>
    answers.reduce((texts, answer) => texts.texts(answer), on('vaccine-standby.json').texts('hello'))
  const upToPreference = [' YES ', 'Ada', '44', '02139', 'No', 'Yes', 'No', 'No', 'None']

  it('asks again whoever does not say yes', () => {
    asked(['what?']).isAt('Welcome').hears('To continue, reply')
  })
  it('takes a yes in any letter case, and says the name it was given', () => {
    asked(['yEs', 'Ada']).isAt('Age').hears('OK, Ada, how old are you?')
  })
  it('ends with the last text when texts are wanted', () => {
    asked([...upToPreference, '1', '1']).ends('Goodbye sent')
  })
  it('asks for an address when e-mail is wanted', () => {
    asked([...upToPreference, ' 2 '])
      .isAt('GetEmail')
      .texts('ada@example.org')
      .isAt('LanguagePreference')
      .texts('1')
      .ends('Goodbye sent')
  })
  it('ends where the file has no answer for a preference', () => {
    asked([...upToPreference, '3']).ends('ValidateNotificationPref noMatch')
  })
  it('stops waiting after the hour the widget names', () => {
    asked([' YES ']).waits(3599).isAt('Name').waits(1).ends('Name timeout, deliveryFailure')
  })
})

describe.skipIf(!hasFixtures)('the card line, by phone', () => {
  const dialed = (): TestCall => on('credit-card-ivr-1.json').dials().isAt('main_menu').hears('Welcome to Plastik')

  it('takes each key to its branch', () => {
    dialed().presses('1').isAt('products_ending').hears('Our list of products includes')
    dialed().presses('2').isAt('promo_ending')
    dialed().presses('4').isAt('become_member_gather')
    dialed().presses('5').isAt('activate_card_16digit')
  })
  it('goes on to the failed menu for a key nobody named, and back with 1', () => {
    dialed().presses('7').isAt('main_menu_failed').presses('1').isAt('main_menu')
  })
  it('asks again after silence, as often as it is silent', () => {
    dialed().staysSilent().isAt('main_menu').staysSilent().isAt('main_menu')
  })
  it('tells the balance after card and code, and ends by 0', () => {
    dialed()
      .presses('3')
      .presses('1212')
      .isAt('card_info_pin_gather')
      .presses('1234')
      .isAt('check_acc_menu')
      .presses('1')
      .hears('Your account balance is')
      .isAt('acc_details_end')
      .presses('0')
      .ends()
  })
  it('compares without the blanks around " 9 "', () => {
    dialed().presses('3').presses('1212').presses('1234').presses('2').isAt('acc_details_end').presses('9').isAt('main_menu')
  })
  it('asks for the card once more when the digits are wrong', () => {
    dialed().presses('3').presses('9999').isAt('card_info_gather')
  })
  it('ends on silence where the file joins nothing', () => {
    dialed().presses('3').staysSilent().ends('card_info_gather timeout')
  })
  it('activates a card from start to end', () => {
    const last = dialed()
      .presses('5')
      .presses('12121212121212')
      .presses('11')
      .presses('22')
      .presses('111')
      .presses('1990')
      .isAt('activation_final_gather')
    last.presses('9').ends('activation_final_gather keypress, speech')
  })
})

describe.skipIf(!hasFixtures)('the order line, with its functions mapped', () => {
  const { draft, report } = flow('order-lookup-ivr.json')
  const mapping = Object.fromEntries(report.references.map(({ kind, name }) => [`ref:${kind}:${name}`, `http://127.0.0.1:3499/${name}`]))
  const mapped = mapReferences(draft, mapping)
  const dialed = (): TestCall => call(mapped.drawing, mapped.content).dials()
  const answers = (node: string, result: JsonObject): { type: `effect.done.${string}`; result: JsonObject } => ({
    type: `effect.done.${node}`,
    result: { status_code: 200, content_type: 'application/json', body: '', ...result },
  })

  it('has two functions to map, and none left afterwards', () => {
    expect(unmapped(draft).map(({ kind, node, field }) => [kind, node, field])).toEqual([
      ['function', 'order_lookup', 'url'],
      ['function', 'allow_list', 'url'],
    ])
    expect(unmapped(mapped)).toEqual([])
  })
  it('asks whether the caller is known, by a form with their number', () => {
    const [effect] = dialed().effects
    expect(effect).toMatchObject({ effect: 'http', method: 'POST', url: 'http://127.0.0.1:3499/allow', body: 'storeNumber=%2B12025550101' })
  })
  it('connects to the number the order system answers with', () => {
    const asked = dialed()
      .happens(answers('allow_list', { parsed: { matched: true } }))
      .isAt('order_no')
      .presses('4711')
    expect(asked.effects[0]).toMatchObject({ body: 'orderNumber=4711' })
    asked
      .happens(answers('order_lookup', { body: '+12025550177', content_type: 'text/plain' }))
      .hears("you're now being connected")
      .isConnectedTo('+12025550177')
    asked.happens({ type: 'call.dialed', status: 'completed', fields: { DialCallStatus: 'completed' } }).ends('forward_call callCompleted')
  })
  it('turns away whoever is not on the list', () => {
    dialed()
      .happens(answers('allow_list', { parsed: { matched: false } }))
      .hears('cannot accept your call')
      .ends('error audioComplete')
  })
  it('ends where the function fails, as the file joins nothing there', () => {
    dialed().happens({ type: 'effect.failed.allow_list', reason: 'no answer' }).ends('allow_list fail')
  })
})
