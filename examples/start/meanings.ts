import type { Texts } from '@unifault/core'
import { texts as wordsEn } from '@unifault/core/texts/en'
import { texts as wordsZh } from '@unifault/core/texts/zh'
import { texts as baiduEn } from '@unifault/providers/baidu/texts/en'
import { texts as baiduZh } from '@unifault/providers/baidu/texts/zh'
import { texts as bilibiliEn } from '@unifault/providers/bilibili/texts/en'
import { texts as bilibiliZh } from '@unifault/providers/bilibili/texts/zh'
import { texts as ct189En } from '@unifault/providers/ct189/texts/en'
import { texts as ct189Zh } from '@unifault/providers/ct189/texts/zh'
import { texts as iyuneEn } from '@unifault/providers/iyune/texts/en'
import { texts as iyuneZh } from '@unifault/providers/iyune/texts/zh'
import { texts as openaiEn } from '@unifault/providers/openai/texts/en'
import { texts as openaiZh } from '@unifault/providers/openai/texts/zh'
import { texts as rayvisionEn } from '@unifault/providers/rayvision/texts/en'
import { texts as rayvisionZh } from '@unifault/providers/rayvision/texts/zh'
import { texts as stripeEn } from '@unifault/providers/stripe/texts/en'
import { texts as stripeZh } from '@unifault/providers/stripe/texts/zh'
import { texts as tencentEn } from '@unifault/providers/tencent/texts/en'
import { texts as tencentZh } from '@unifault/providers/tencent/texts/zh'

/** What the codes mean, per language; last the words of the reasons, for what no code explains. */
export const zh: readonly Texts[] = [
  openaiZh,
  stripeZh,
  bilibiliZh,
  baiduZh,
  ct189Zh,
  rayvisionZh,
  tencentZh,
  iyuneZh,
  wordsZh,
]
export const en: readonly Texts[] = [
  openaiEn,
  stripeEn,
  bilibiliEn,
  baiduEn,
  ct189En,
  rayvisionEn,
  tencentEn,
  iyuneEn,
  wordsEn,
]
