import type { Locale } from './locales'
import enAudit from './messages/en/audit.json'
import enCalls from './messages/en/calls.json'
import enChecks from './messages/en/checks.json'
import enDesigner from './messages/en/designer.json'
import enErrors from './messages/en/errors.json'
import enFlows from './messages/en/flows.json'
import enImport from './messages/en/import.json'
import enLogin from './messages/en/login.json'
import enNodes from './messages/en/nodes.json'
import enNumbers from './messages/en/numbers.json'
import enPeople from './messages/en/people.json'
import enReview from './messages/en/review.json'
import enRooms from './messages/en/rooms.json'
import enSettings from './messages/en/settings.json'
import enShell from './messages/en/shell.json'
import enUi from './messages/en/ui.json'
import zhAudit from './messages/zh-CN/audit.json'
import zhCalls from './messages/zh-CN/calls.json'
import zhChecks from './messages/zh-CN/checks.json'
import zhDesigner from './messages/zh-CN/designer.json'
import zhErrors from './messages/zh-CN/errors.json'
import zhFlows from './messages/zh-CN/flows.json'
import zhImport from './messages/zh-CN/import.json'
import zhLogin from './messages/zh-CN/login.json'
import zhNodes from './messages/zh-CN/nodes.json'
import zhNumbers from './messages/zh-CN/numbers.json'
import zhPeople from './messages/zh-CN/people.json'
import zhReview from './messages/zh-CN/review.json'
import zhRooms from './messages/zh-CN/rooms.json'
import zhSettings from './messages/zh-CN/settings.json'
import zhShell from './messages/zh-CN/shell.json'
import zhUi from './messages/zh-CN/ui.json'

/** Every word of the interface, by language and by room. A new room adds one file per language and one line here. */
export const messages = {
  en: {
    shell: enShell,
    ui: enUi,
    login: enLogin,
    flows: enFlows,
    designer: enDesigner,
    errors: enErrors,
    review: enReview,
    rooms: enRooms,
    settings: enSettings,
    numbers: enNumbers,
    calls: enCalls,
    checks: enChecks,
    people: enPeople,
    audit: enAudit,
    import: enImport,
    nodes: enNodes,
  },
  'zh-CN': {
    shell: zhShell,
    ui: zhUi,
    login: zhLogin,
    flows: zhFlows,
    designer: zhDesigner,
    errors: zhErrors,
    review: zhReview,
    rooms: zhRooms,
    settings: zhSettings,
    numbers: zhNumbers,
    calls: zhCalls,
    checks: zhChecks,
    people: zhPeople,
    audit: zhAudit,
    import: zhImport,
    nodes: zhNodes,
  },
} as const satisfies Record<Locale, Record<string, object>>
