import type { NodeWords } from '../../node'

export const words: { en: NodeWords; 'zh-CN': NodeWords } = {
  en: {
    title: 'Escalation ladder',
    summary: 'Calls or texts people in turn until one accepts.',
    fields: {
      rungs: { label: 'Who is asked, in this order' },
      'rungs.name': { label: 'Name or role' },
      'rungs.way': { label: 'How' },
      'rungs.to': { label: 'Number', hint: 'With + and country code, or a value such as {{ on_call }}.' },
      'rungs.waitSeconds': {
        label: 'Wait for an answer',
        unit: 'seconds',
        hint: 'Then the next person is asked. A call stops ringing 10 seconds earlier.',
      },
      rounds: { label: 'Rounds', unit: 'times', hint: 'How often the whole list is gone through.' },
      ask: {
        label: 'What the person called hears',
        hint: 'End with: press 1 to accept, press 2 to decline. No name and no health details.',
      },
      text: { label: 'What the person texted reads', hint: 'End with: reply 1 to accept, 2 to decline. No name and no health details.' },
      thanks: { label: 'What the person hears after accepting' },
      holding: { label: 'What the caller hears meanwhile' },
      staffLocale: { label: 'Language of the people asked', hint: 'Leave empty to use the caller’s.' },
      connect: { label: 'Connect the caller', hint: 'Off: the person accepts, and the flow goes on with the caller.' },
    },
    choices: { 'rungs.way.call': 'Call', 'rungs.way.text': 'Text' },
    ports: { accepted: 'Somebody accepted', nobody: 'Nobody accepted' },
  },
  'zh-CN': {
    title: '逐级呼叫',
    summary: '依次打电话或发短信给各人，直到有人接受。',
    fields: {
      rungs: { label: '按此顺序联系' },
      'rungs.name': { label: '姓名或职务' },
      'rungs.way': { label: '方式' },
      'rungs.to': { label: '号码', hint: '带 + 和国家代码，或填写变量，例如 {{ on_call }}。' },
      'rungs.waitSeconds': { label: '等待答复', unit: '秒', hint: '之后联系下一位。电话会提前 10 秒停止响铃。' },
      rounds: { label: '轮数', unit: '次', hint: '整个名单联系几遍。' },
      ask: { label: '接电话的人听到的话', hint: '结尾请说：接受请按 1，拒绝请按 2。不要说姓名和病情。' },
      text: { label: '收短信的人看到的话', hint: '结尾请写：接受回复 1，拒绝回复 2。不要写姓名和病情。' },
      thanks: { label: '接受后听到的话' },
      holding: { label: '来电者等待时听到的话' },
      staffLocale: { label: '被联系者的语言', hint: '留空则使用来电者的语言。' },
      connect: { label: '接通来电者', hint: '关闭：对方接受后，流程与来电者继续。' },
    },
    choices: { 'rungs.way.call': '打电话', 'rungs.way.text': '发短信' },
    ports: { accepted: '有人接受', nobody: '无人接受' },
  },
}
