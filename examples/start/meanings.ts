import type { Texts } from '@unifault/core'
import { texts as baiduEn } from '@unifault/providers/baidu/texts/en'
import { texts as baiduZh } from '@unifault/providers/baidu/texts/zh'
import { texts as bilibiliEn } from '@unifault/providers/bilibili/texts/en'
import { texts as bilibiliZh } from '@unifault/providers/bilibili/texts/zh'
import { texts as ct189En } from '@unifault/providers/ct189/texts/en'
import { texts as ct189Zh } from '@unifault/providers/ct189/texts/zh'
import { texts as iyuneEn } from '@unifault/providers/iyune/texts/en'
import { texts as iyuneZh } from '@unifault/providers/iyune/texts/zh'
import { texts as rayvisionEn } from '@unifault/providers/rayvision/texts/en'
import { texts as rayvisionZh } from '@unifault/providers/rayvision/texts/zh'
import { texts as tencentEn } from '@unifault/providers/tencent/texts/en'
import { texts as tencentZh } from '@unifault/providers/tencent/texts/zh'

/** What the codes mean, per language. */
export const zh: readonly Texts[] = [baiduZh, bilibiliZh, ct189Zh, iyuneZh, rayvisionZh, tencentZh]
export const en: readonly Texts[] = [baiduEn, bilibiliEn, ct189En, iyuneEn, rayvisionEn, tencentEn]
