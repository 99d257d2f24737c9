/** `antd`, as far as the documents use it: it prints what it would show. */
const show = (kind: string) => (text: unknown) => console.log(`message.${kind}`, text)

export const message = { error: show('error'), warning: show('warning') }
export const notification = { open: (shown: { description: unknown; message: unknown }): void => console.log(shown) }
