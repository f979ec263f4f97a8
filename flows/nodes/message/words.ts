import type { NodeWords } from '../../node'

export const words: { en: NodeWords; 'zh-CN': NodeWords } = {
  en: {
    title: 'Send text',
    summary: 'Sends a text to the caller or to a number.',
    fields: {
      to: { label: 'Send to' },
      number: { label: 'Number', hint: 'With + and country code, or a value such as {{ pharmacy }}.' },
      prompt: { label: 'The text' },
      media: { label: 'Pictures and files' },
      'media.url': { label: 'Link', hint: 'A public https link.' },
      from: { label: 'Send from', hint: 'Leave empty to use the number of this contact.' },
      contentSid: { label: 'Carrier template', hint: 'The id of an approved template. It is sent instead of the text.' },
      contentVariables: { label: 'Template values' },
      'contentVariables.key': { label: 'Place', hint: 'The number of the place in the template.' },
      'contentVariables.value': { label: 'Value' },
      wait: { label: 'Wait until the carrier takes it', hint: 'Off: goes on at once.' },
    },
    choices: { 'to.caller': 'The caller', 'to.number': 'A number' },
    ports: { sent: 'Sent', failed: 'Not sent' },
  },
  'zh-CN': {
    title: '发短信',
    summary: '给来电者或某个号码发一条短信。',
    fields: {
      to: { label: '发给' },
      number: { label: '号码', hint: '带 + 和国家代码，或填写变量，例如 {{ pharmacy }}。' },
      prompt: { label: '短信内容' },
      media: { label: '图片和文件' },
      'media.url': { label: '链接', hint: '公开的 https 链接。' },
      from: { label: '发送号码', hint: '留空则使用本次联络的号码。' },
      contentSid: { label: '运营商模板', hint: '已批准模板的编号，将代替短信内容发送。' },
      contentVariables: { label: '模板的值' },
      'contentVariables.key': { label: '位置', hint: '模板中位置的编号。' },
      'contentVariables.value': { label: '值' },
      wait: { label: '等运营商接收后再继续', hint: '关闭：立即继续。' },
    },
    choices: { 'to.caller': '来电者', 'to.number': '某个号码' },
    ports: { sent: '已发送', failed: '未发送' },
  },
}
