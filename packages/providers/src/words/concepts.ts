/*
 * Ideas that the words of errors stand for, whatever the language: one line an idea, the English words first.
 * An English word of six letters or more is written with its first six; a shorter one as it is, and its plural is found too.
 * What an idea means for the reason is learned, not written here: it is a bridge, so that what the model has seen in one
 * language, or with one synonym, it knows in the other.
 */
const lines = `
token jwt bearer sessio cookie assert openke access_token | 令牌 会话 登录态 登录状态 凭证 凭据
login logged logon signin authen auth identi unauth | 登录 登陆 登入 认证 鉴权 身份
ticket grant refres qrcode code | 票据 授权码 二维码 扫码 刷新令牌
app appid appkey client secret apikey corpid applic mchid develo suite isv key merch vendor partne | 应用 密钥 秘钥 商户 开发者 小程序 服务商 第三方
passwo captch otp passco pwd pin userna | 密码 验证码 口令 校验码 用户名
sign signat hmac digest csrf xsrf | 签名 验签 摘要
timest clock nonce skew replay recvwi | 时间戳 时钟 随机串 随机数 重放
permis privil access role entitl owner admin vip author rights | 权限 授权 管理员 会员 资格 特权 无权 越权 群主 等级
forbid denied deny reject refuse prohib disall restri | 拒绝 禁止 受限 限制
scope consen | 作用域 授权范围
ip region countr domain refere origin whitel allowl locati territ geo | 地区 白名单 域名 区域 来源 国家
accoun user member custom person | 账号 帐号 账户 帐户 用户 成员 员工
disabl banned ban frozen suspen blocke locked lock deacti blackl freeze inacti | 封禁 冻结 禁用 停用 锁定 封停 注销 黑名单 拉黑 封号
verify verifi bind bound mfa kyc realna confir activa enroll agree | 实名 绑定 人机 滑块 激活 验证 认证中
freque rate qps thrott tps rpm tpm fast concur flood slow often parall traffi speed | 频繁 频率 限流 限频 过快 太快 流控 并发 速率 流量 限速
many excess exceed over reache maximu max most too hit | 过多 太多 超过 超出 超限 达到 上限 最大 最多 超额
quota limit usage allowa exhaus capaci storag deplet | 配额 额度 限额 次数 用完 用尽 耗尽 剩余 容量 空间 调用量
day daily month monthl week weekly hour minute second today hourly sec min | 当日 每日 今日 今天 每天 当天 每月 本月 当月 每分钟 每秒 小时 分钟
balanc fund credit coin points margin wallet asset money cash | 余额 资金 积分 金币 硬币 保证金 资产 点数 钱包
insuff enough lack short ran | 不足 不够 太低 过低
arrear overdu rechar billin subscr plan purcha unpaid topup renew prepai trial licens | 欠费 充值 套餐 付费 购买 订阅 续费 账单 收费 试用 订购
card cvv cvc issuer bank declin debit | 银行卡 信用卡 卡号 发卡行 银行 借记卡
pay paymen payer refund transf transa order trade charge paid buyer payee | 支付 付款 退款 转账 交易 订单 扣款 提现
risk fraud suspic abuse malici unusua bot attack spam crawle | 风控 风险 恶意 作弊 攻击 拦截 刷单 安全策略
invali illega incorr wrong bad malfor mismat unreco improp inaccu abnorm incons | 无效 错误 非法 不合法 不正确 有误 不对 不匹配 不符 不一致 异常 不合规
expire outdat expiry stale elapse | 过期 失效 到期
missin requir empty null blank absent omitte mandat undefi specif provid | 缺少 缺失 为空 必填 必传 未传 不能空 未填 提供 指定 缺省 空值
found exist unknow delete remove gone lookup nonexi | 不存在 找不到 未找到 查不到 已删除 删除 未查到 未发现 没有找到
alread duplic repeat confli unique occupi again twice | 已存在 重复 已经 已有 占用 冲突 已被 唯一
progre pendin proces runnin being queued waitin ongoin | 正在 处理中 进行中 等待 执行中 排队
status state finish closed cancel comple ended precon settle condit archiv | 状态 已结束 已关闭 已取消 已完成 已支付 条件 结束 关闭 取消
format json xml syntax parse type schema encodi decode charac utf string intege number | 格式 解析 类型 编码 字符 语法 字符串 数字 整数
parame param field argume value input body query header name option attrib proper variab | 参数 字段 入参 请求体 报文 取值 名称 属性 变量
length size long large small greate less longer betwee range minimu min least byte positi bigger smaller | 长度 大小 过长 太长 范围 超长 字数 个数 大于 小于 过大 太大 数量
sensit conten modera inappr violat copyri porn policy safety review profan | 敏感 违规 内容 审核 违禁 违法 色情 涉黄 不良
unsupp suppor implem deprec method upgrad versio protoc obsole endpoi route | 不支持 支持 接口 方法 版本 升级 下线 废弃 协议
server intern system databa except backen upstre gatewa servic cache infra | 系统 服务器 服务 内部 数据库 后台 服务端 网关 上游 后端 缓存
fail failed failur error fault crash unexpe wentwr | 失败 出错 故障 崩溃 意外
busy overlo mainte unavai tempor later retry retrie | 繁忙 维护 不可用 过载 熔断 稍后 稍候 重试 再试 开小差 降级 暂时
timeou timed deadli | 超时
succes ok normal accept done approv | 成功 正常 通过
must need should please shall | 请 需 须 必须 需要 应
cannot unable can could | 不能 无法 不可 不允许 不得
not no never non none without | 不 未 没 无 非 没有
file image video photo pictur upload media audio | 文件 图片 视频 上传 音频 素材
group room channe messag chat thread live | 群 消息 直播 房间 频道 会话框 评论
instan disk volume bucket cluste vpc subnet networ device node host | 实例 云盘 集群 网络 设备 节点 磁盘
page cursor offset sort contin paging | 分页 游标 页码
positi leverag contra symbol market instru quanti price | 合约 持仓 杠杆 交易对 仓位 价格 挂单
`

let found: Map<string, number> | undefined

/** English words by their first six letters, and Han, → number of the idea. */
function ideas(): Map<string, number> {
  if (found !== undefined) return found
  found = new Map()
  for (const [index, line] of lines.trim().split('\n').entries())
    for (const word of line.split(' ')) if (word !== '|' && !found.has(word)) found.set(word, index + 1)
  return found
}

/** The idea of an English word. */
export function ideaOfWord(word: string): number | undefined {
  const known = ideas()
  if (word.length > 6) return known.get(word.slice(0, 6))
  return known.get(word) ?? (word.endsWith('s') ? known.get(word.slice(0, -1)) : undefined)
}

const longestHan = 4

/** The idea that begins at a letter of a run of Han, the longest first, and how many letters it takes. */
export function ideaOfHan(run: string, at: number): readonly [idea: number | undefined, length: number] {
  const known = ideas()
  for (let length = Math.min(longestHan, run.length - at); length > 0; length--) {
    const idea = known.get(run.slice(at, at + length))
    if (idea !== undefined) return [idea, length]
  }
  return [undefined, 1]
}
