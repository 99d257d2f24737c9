import type { Provider } from '@unifault/core'
import { bilibili } from './bilibili.ts'
import { ct189 } from './ct189.ts'
import { iyune } from './iyune.ts'
import { rayvision } from './rayvision.ts'
import { tencent } from './tencent.ts'
import { weibo } from './weibo.ts'

/** Every provider of the catalog, for classifiers that are asked by host. */
export const allProviders: readonly Provider[] = [bilibili, ct189, iyune, rayvision, tencent, weibo]
