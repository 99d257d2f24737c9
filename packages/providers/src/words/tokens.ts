/*
 * Cuts a text into tokens: lower-case Latin words (identifiers are cut where their case changes), runs of Han, `0` for any
 * number, and `.` for punctuation. What changes from answer to answer is taken out first: addresses, ids, the numbers' values.
 * Every expression is linear, and no text is read beyond its first 400 characters.
 */
const mostLetters = 400

/** Traditional letters of common errors, each before its simplified form. */
const traditional =
  '錯错誤误無无權权請请參参數数簽签帳账號号驗验證证碼码過过頻频訪访問问時时間间餘余額额訂订單单務务維维護护繫系統统網网絡络應应戶户錄录續续費费狀状態态個个檔档內内執执經经關关閉闭處处開开啟启壓压連连線线資资訊讯擊击試试結结賬账註注冊册購购買买單单對对會会員员須须長长極极適适當当範范圍围將将從从傳传輸输機机點点電电話话詢询稱称複复貨货綁绑離离'

let simplified: Map<string, string> | undefined

function simplify(text: string): string {
  if (simplified === undefined) {
    simplified = new Map()
    for (let i = 0; i + 1 < traditional.length; i += 2) simplified.set(traditional.charAt(i), traditional.charAt(i + 1))
  }
  const map = simplified
  return text.replace(/[\u4e00-\u9fff]/g, (letter) => map.get(letter) ?? letter)
}

const token = /[a-z]+|0|[\u3400-\u9fff]+|[.,;:!?，。；：！？、]/g

/** The tokens of a text, in order. */
export function tokensOf(text: string): string[] {
  const plain = text
    .slice(0, mostLetters)
    .replace(/\bhttps?:\/\/[^\s，。；]{1,400}/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/n['’]t\b/g, ' not')
    .replace(/\bcannot\b/g, 'can not')
    .replace(/\d+/g, '0')
  return simplify(plain).match(token) ?? []
}

export function isHan(token: string): boolean {
  return token >= '\u3400' && token < '\ua000'
}

/** The words of a code; nothing for a number, or where there is no word. */
export function wordsOfCode(code: string): string {
  return /[a-z]{3}/i.test(code) ? code.slice(-64).replaceAll('*', ' ') : ''
}
