import type { Provider } from '@unifault/core'
import { aliyun } from './aliyun.ts'
import { amap } from './amap.ts'
import { anthropic } from './anthropic.ts'
import { aws } from './aws.ts'
import { baidu } from './baidu.ts'
import { bilibili } from './bilibili.ts'
import { ct189 } from './ct189.ts'
import { dashscope } from './dashscope.ts'
import { deepseek } from './deepseek.ts'
import { github } from './github.ts'
import { google } from './google.ts'
import { groq } from './groq.ts'
import { huaweiCloud } from './huawei-cloud.ts'
import { iflytek } from './iflytek.ts'
import { iyune } from './iyune.ts'
import { jd } from './jd.ts'
import { minimax } from './minimax.ts'
import { mistral } from './mistral.ts'
import { moonshot } from './moonshot.ts'
import { openai } from './openai.ts'
import { openrouter } from './openrouter.ts'
import { perplexity } from './perplexity.ts'
import { pinduoduo } from './pinduoduo.ts'
import { rayvision } from './rayvision.ts'
import { siliconflow } from './siliconflow.ts'
import { stripe } from './stripe.ts'
import { taobao } from './taobao.ts'
import { tencent } from './tencent.ts'
import { tencentCloud } from './tencent-cloud.ts'
import { tencentMap } from './tencent-map.ts'
import { volcengine } from './volcengine.ts'
import { wechat } from './wechat.ts'
import { wechatpay } from './wechatpay.ts'
import { wecom } from './wecom.ts'
import { weibo } from './weibo.ts'
import { zhipu } from './zhipu.ts'

/** Every provider of the catalog, for classifiers that are asked by host. */
export const allProviders: readonly Provider[] = [
  aliyun,
  amap,
  anthropic,
  aws,
  baidu,
  bilibili,
  ct189,
  dashscope,
  deepseek,
  github,
  google,
  groq,
  huaweiCloud,
  iflytek,
  iyune,
  jd,
  minimax,
  mistral,
  moonshot,
  openai,
  openrouter,
  perplexity,
  pinduoduo,
  rayvision,
  siliconflow,
  stripe,
  taobao,
  tencent,
  tencentCloud,
  tencentMap,
  volcengine,
  wechat,
  wechatpay,
  wecom,
  weibo,
  zhipu,
]
