const failureWord =
  /^(?:fail(?:ed|ure|urewithwarning)?|err(?:or|ors)?|exception|ng|n(?:ot_?)?ok|unsuccessful|refused|reject(?:ed)?|declined?|denied|invalid\w{0,24}|malformed|bad(?:_?data|_?request)|not_?auth(?:ed|ori[sz]ed)?|abort(?:ed)?|unauthori[sz]ed|forbidden|not_?found|timeout|fault|faild|ko|erro|errore|erreur|fehler|fallo|falha|[ée]chec|ошибка|失败|失敗|실패)$/i

/** Whether a word by itself says that something failed. */
export function isFailureWord(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 32 && failureWord.test(value.trim())
}

/** Whether a word says that something failed, and not how. */
export function isBareFailure(code: string): boolean {
  return /^(?:fail(?:ed|ure|urewithwarning)?|err(?:or|ors)?|exception|ng|n(?:ot_?)?ok|faild|ko|erro|errore|erreur|fehler|fallo|falha|[ée]chec|ошибка|失败|失敗|실패)$/i.test(
    code,
  )
}
