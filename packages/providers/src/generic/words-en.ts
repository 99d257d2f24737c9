import type { WordRule } from './word-rule.ts'

const client =
  '(?:app[ _-]?(?:id|key|secret|code)|application[ _-](?:id|key|secret)|corp_?id|client[ _-]?(?:id|secret|credentials?|identifier)|suite[ _-]?(?:id|key|secret)|access[ _-]?key(?:[ _-]?(?:id|secret))?|api[ _-]?(?:key|secret)|ak/sk|secret[ _-]?(?:id|key)|mch_?id|merchant[ _-]?key|partner[ _-]?(?:id|key)|x-[\\w-]*app-?id|oauth (?:app|client)|client_?key|access-key|x-auth-key|application credentials?|merchant id|[a-z]{1,16}_secret)'
const token =
  '(?:(?:[a-z]{1,16}_)?(?:access|auth(?:entication|orization)?|bearer|id|security|session|user|api|identity|oauth2?|jwt|csrf)[ _-]?token|(?<![\\w-])(?<!(?:next|pagination|page|task|sync|delta|lock|face|pledge|continuation|registration|refresh|push|device|custom|batch) )token|suite_?token|\\bjwt|\\bsession[ _-](?:key|token)|\\blogin session|\\buser session|\\bcookies?|openkey|sessionkey|\\bassertion)'
const grant =
  '(?:auth(?:orization)?[ _-]?code|authorization[ _-]grant|refresh[ _-]?token|device[ _-]code|user[ _-]code|(?:js_?api_?|verify_?|component_verify_|suite_)?ticket|pre_?auth_?code|login code|temporary code|(?:permanent|oauth|device|welcome|response|register)_code|access grant|(?<=invalid )grant(?!_type))'
const wrong =
  "(?:invalid|illegal|incorrect|wrong|bad|malformed|unrecogni[sz]ed|not valid|not correct|mismatch(?:ed)?|does ?n[o']?t match|not match(?:ed)?|error|not exist|does ?n[o']?t exist|not found|not recogni[sz]ed|unverified|could ?n[o']?t be (?:validated|verified|found)|cannot be (?:validated|verified|found))"
const gone = '(?:expired|expires|time(?:d)?[ -]?out|out of date|outdated|too old|no longer valid|lapsed)'
const absent =
  "(?:missing|required|is (?:null|empty|blank|absent|mandatory)|empty|not (?:provided|specified|present|given|supplied|set|included)|cannot be (?:empty|null|blank)|can'?t be (?:empty|blank|null)|must not be (?:empty|null|blank)|absent|blank)"

let words: readonly WordRule[] | undefined

/** What English words say, the more telling first. Also asked of codes, cut into words (`invalid_access_token`). */
export function englishWords(): readonly WordRule[] {
  return (words ??= [
    [
      'invalid-parameter',
      /\bunexpected token\b|\b(?:parsing|parse) (?:the )?(?:json|xml|body|request)|\b(?:json|xml|yaml) (?:parse|syntax|format|decod)\w*|\binvalid (?:json|xml)\b|\binvalid param(?:eter)?s?:? ['"`]?(?:access_?)?token\b|\bmalformed (?:json|xml|request|body)|\b(?:max|output|input|prompt|completion|context)[_ ]tokens?\b/i,
    ],
    [
      'content-rejected',
      /\bsensitive (?:word|content|information|data)|\binappropriate|\bmoderation\b|\bcontent[_ ](?:policy|filter|violat|safety|security|management)\w*|\bprohibited[_ ](?:content|word)|\b(?:safety|content) (?:system|filter|polic\w+|settings?)\b|\bspam\w*|\bprofan\w*|\boffensive|\bnsfw|\bviolat\w+ (?:of )?(?:our |the )?(?:content|usage|community) (?:polic|guidelin|standard)\w*|\bblacklisted string|\bcopyright|\bdata[ _]inspection|\bharmful|\billegal content|\brisky content|\bporn\w*/i,
    ],
    [
      'payment-declined',
      /\b(?:card|issuer|issuing bank|cardholder|cvc2?|cvv2?|cvn)\b.{0,48}\b(?:declin\w+|expired|reject\w*|refus\w+|lost|stolen|incorrect|invalid|not (?:support|valid|permit|honou?r)\w*|restricted|unsupported|fail\w*)|\b(?:invalid|incorrect|expired|declined|lost|stolen|unsupported|wrong|restricted|blocked) (?:credit |debit |payment |test |bank )?(?:card|cvc|cvv|account number|expiry|expiration)|\bdecline[ds]?\b|\bfraud\w*|\b(?:transaction|payment|authori[sz]ation) (?:was |is |has been )?(?:unsuccessful|not successful|refused|rejected)|\bdo not honou?r|\bpick ?up card|\bcard_(?:declin|not|error|velocity)\w*|\bcard does ?n[o']?t have (?:sufficient|enough) funds/i,
    ],
    [
      'abuse-blocked',
      /\b(?:high|too) risky?\b|\brisk control (?:fail|reject|intercept|block|check)\w*|\bsuspicious (?:activity|request|login|behavio)\w*|\babuse (?:detect\w+|prevent\w+)|\b(?:too many|excessive|max\w* number of|maximum|multiple)(?: \w+){0,2} ?(?:failed|login|password|wrong|incorrect|sign-?in|verification|invalid|unsuccessful|authentication)(?: \w+){0,2} ?(?:attempts?|passwords?|tries|logins?)|\b(?:login|password|verification) (?:attempts?|tries) (?:limit |has |have |been ){0,4}(?:exceeded|reached)|\bfailed attempts|\bbot (?:detected|traffic)|\bunusual (?:traffic|activity)|\bmalicious|\bbanned until|\babnormal (?:behavio|request|access|login|activity)\w*/i,
    ],
    [
      'throttled',
      /\brate[ _-]?limit\w*|\b(?:request|call|access|api) rate\b|\btoo[ _]many[ _](?:\w{1,32}[ _]){0,2}?(?:requests?|calls?|messages|orders|operations|concurren\w+|submissions|visits|reconnect\w*)\b(?! to delete)|\bthrottl\w*|\btoo[ _](?:frequent(?:ly)?|fast|often|quickly|busy)\b|\bfrequen(?:t|tly) |\bfrequency (?:limit|control|exceed|restrict)\w*|\b(?:exceed\w*|over|access|call|request|reach\w*)(?: \w+){0,3} (?:frequency|freq)\b|\bqps\b|\b(?:requests?|calls?|messages?|times?) per[ _-](?:second|minute|hour)|\bper[ _-](?:second|minute|sec|min|hour)\b.{0,24}\b(?:limit|exceed)|\bslow(?:[ _-]?down)\b|\b(?:concurren\w+|parallel|simultaneous)\b.{0,32}\b(?:limit|exceed\w*|max\w*|too|reach\w*|many)|\b(?:limit|exceed\w*|max\w*|reach\w*)\b.{0,24}\bconcurren|\bflow[ _-]?(?:control|limit)|\brequest[_ ]limit\b|\brequests (?:\w+ ){0,2}(?:limited|limit (?:exceeded|reached)|exceeded)|\bexcessive (?:requests|rate|usage|queries)|\btraffic (?:limit|control)|\b(?:tpm|rpm) (?:limit|exceed)|\bflood[ _]?wait|\bspeed limit|\brequests? limit/i,
    ],
    [
      'payment-required',
      /\barrears?\b|\boverdue|\brecharge (?:your|the|first|account|and)|\bplease (?:re)?charge\b|\btop[ -]?up\b|\bbilling\b(?=.{0,24}\b(?:account|disabled|enable\w*|details|hard|limit|page|required|status|active|not)\b)|\bcredits?\b.{0,24}\b(?:too low|depleted|exhausted|used up|run out|insufficient|not enough|required|exceeded)|\b(?:insufficient|not enough|no|out of|low|buy|purchase|more|zero) (?:\w+ )?credits?\b|\bdoes ?n[o']?t have any credits|\bpayment[ _](?:is )?required|\b(?:subscription|plan|trial|free tier)\b.{0,12}\b(?:expired|inactive|ended|lapsed)|\bupgrade (?:your |the )?plan|\baccount (?:is )?(?:in debt|in arrears|overdue)|\bpay(?:ment)? (?:your|the) (?:bill|invoice)|\bsuspended due to (?:non|un)?-?payment|\bspend(?:ing)?[ _](?:limit|cap)/i,
    ],
    [
      'payment-declined',
      /\binsufficient[ _](?:\S{1,32}[ _]){0,3}(?:funds?|margin|coins?|points?|balance|assets?|collateral|money|position)|\b(?:funds?|margin|balance|assets?|collateral|coins?|points?)\b(?: (?:is|are|in|of|the|account|wallet|your|\S+)){0,3}? (?:is |are )?(?:insufficient|not (?:sufficient|enough)|too low)|\bnot enough (?:\w+ ){0,2}(?:funds?|margin|money|coins?|points?|balance|assets?|collateral)/i,
      [200, 400, 422],
    ],
    [
      'quota-exhausted',
      /(?<!(?:borrowing|lending|loan|available) )\bquotas?\b.{0,24}\b(?:exceed\w*|exhaust\w*|reach\w*|limit\w*|used|insufficient|full|over)|\b(?:exceed\w*|insufficient|over|reach\w*|no)[ _](?:\S{1,32}[ _]){0,3}quotas?\b(?<!(?:borrowing|lending|loan|available) quota)|\b(?:daily|weekly|monthly|yearly|per[ -](?:day|month|week|year)|a day|today)\b.{0,30}\b(?:limit\w*|exceed\w*|reach\w*|cap)|\b(?:limit|exceed\w*|max\w*|reach\w*)\b.{0,30}\b(?:daily|weekly|monthly|per[ -](?:day|month|week)|a day|today|this month)|\bout of (?:\w{1,16} ){0,3}quota\b|\busage[ _](?:limit|cap)|\b(?:call|invocation|access|api|request) (?:times|count|volume|number)\b.{0,16}(?:exceed|reach|limit|used|over)\w*|\b(?:storage|disk|traffic|bandwidth)\b.{0,24}\b(?:full|exceed\w*|exhaust\w*|insufficient|used up|not enough)|\b(?:insufficient|out of|not enough) (?:\w+ )?(?:storage|disk)(?: space)?\b|\b(?:limit|allowance|allocation|free (?:usage|calls|package)|number of (?:calls|times|sends))\b.{0,16}\b(?:exhausted|used up|depleted|run out)|\bresource[ _]?exhausted/i,
    ],
    [
      'clock-skew',
      /\btime ?-?stamp\b.{0,30}\b(?:expired?|invalid|old|future|behind|ahead|skew\w*|differ\w*|large|window|outside|far|error|wrong|incorrect|no longer)|\b(?:invalid|expired|illegal|wrong|bad|incorrect|used) (?:[\w-]+ )?(?:\w+-){0,3}time ?-?stamp\b(?! (?:format|range))|\bclock\b|\bskew\w*|\b(?:bad|invalid|used|duplicate|repeated|reused|wrong)[ _]?nonce\b|\bnonce\b.{0,24}\b(?:used|invalid|repeat\w*|duplicate\w*|wrong|already|expired)|\breplay(?:ed)?[ _](?:attack|request|detected)|\brequest(?:'s)? (?:time|date)(?:stamp)?\b.{0,24}\b(?:expired|old|future|behind|ahead|skew\w*|difference|large|window|exceed\w*)|\brecvwindow|\brequest (?:has )?expired|\btime difference/i,
    ],
    [
      'signature-invalid',
      /(?<!sms[ _]|text )\bsign(?:ature|ing)?[_ ]?(?:key |value |string )?(?:is |was |are |has |you provided |we calculated |request )?(?:\w+ ){0,2}?(?:invalid|illegal|incorrect|wrong|error|mismatch\w*|verif\w+ fail\w*|check (?:fail|error)\w*|not (?:match|valid|correct|verified)\w*|does ?n[o']?t (?:match|conform)|expired|bad)\b|\bsign(?:ature)?[_ ](?:(?:verif\w*|check|valid\w*) ?)?(?:fail|error|not)\w*|\b(?:invalid|illegal|incorrect|wrong|bad|incomplete|mismatch\w*|unverified) (?:request |the |api |hmac |data )?sign(?:ature)?\b(?! (?:name|template|in|up|on|out|type|method|algorithm|text|version))|\bhmac\b|\b(?:csrf|xsrf)\b|\bsignature(?:does|not)\w*|\bdigest (?:mismatch|invalid|error)|\bauthori[sz]ation (?:query |header )?(?:parameters? )?(?:\w+ )?(?:\w+ )?(?:is |are )?(?:invalid|malformed)/i,
    ],
    [
      'token-revoked',
      new RegExp(
        `${token}.{0,24}\\b(?:revoked?|cancell?ed|withdrawn|invalidated|re-?authori[sz]e)|\\b(?:has to|must|need to|please) (?:re-?authori[sz]e|authori[sz]e again|re-?consent)|\\bauthori[sz]ation (?:has been |was |is )?(?:revoked|cancell?ed|withdrawn)`,
        'i',
      ),
    ],
    [
      'grant-invalid',
      new RegExp(
        `\\b${grant}\\b.{0,24}\\b(?:${wrong}|${gone}|used|consumed|redeemed|revoked|reused)|\\b(?:${wrong}|${gone}|used|reused) (?:or \\w+ )?(?:the )?${grant}\\b(?! type)|(?<!(?:country|error|zip|post|status|currency|promo|discount|area|bank|product|template) )\\bcode (?:is |has |has been |was |already ){0,4}(?:been )?(?:re)?used\\b|^(?:invalid|bad|illegal|wrong|invalid or expired) code$|\\b(?:sms|verification|captcha|verify|security|one[ -]time|otp) ?(?:code|password)? (?:has |is |was )?(?:expired|used)\\b`,
        'i',
      ),
    ],
    [
      'token-expired',
      new RegExp(
        `${token}\\b.{0,24}\\b${gone}|\\b${gone} (?:\\w+ )?(?:${token})\\b|\\bsession (?:has |is |was )?(?:been )?${gone}|\\b(?:login|sign-?in|credentials?)\\b.{0,8}\\b(?:has |have |is |are )?${gone}`,
        'i',
      ),
    ],
    [
      'credentials-invalid',
      new RegExp(
        `\\b(?:pass ?(?:word|code|phrase)|captcha|verif(?:y|ication)[ _]?code|sms[ _]?code|otp|one[ -]time (?:password|code)|user ?name or \\w+|login (?:name|credentials))\\b.{0,16}\\b(?:${wrong})|\\b(?:invalid|incorrect|wrong|bad|mismatched) (?:user ?name|login|email|account|mobile)?(?: ?(?:or|and|/|,) ?)?(?:\\w+ )?(?:pass ?(?:word|code|phrase)|captcha|verification code|otp|login credentials)\\b|\\bpassword[_ ](?:error|mismatch)`,
        'i',
      ),
    ],
    [
      'client-restricted',
      /\b(?:ip|ips|ip address(?:es)?|domain|origin)\b.{0,32}\b(?:white-?list\w*|allow-?list\w*|white list)|\bnot (?:in|on) (?:the )?ip (?:white-?list|allow-?list|white list)\b|\b(?:client|source|request|your|this|the|server)? ?\bip\b(?: address(?:es)?)?(?: \S+){0,4} (?:not (?:allowed|permitted|authori[sz]ed)|restrict\w*|forbidden|denied|prohibited|unauthori[sz]ed)\b|\b(?:illegal|unauthori[sz]ed|disallowed|forbidden) (?:source |client |server |request )?ip\b|\binvalid (?:source |client |request )ip\b|\binvalid ip \d|\bfrom an (?:invalid|unknown|unauthori[sz]ed) ip\b|\bip\b.{0,12}\b(?:banned|blocked)\b|\b(?:country|region|location|territory|jurisdiction)\b.{0,24}\b(?:not (?:allowed|supported|available|permitted|eligible)|restrict\w*|block\w*|unsupported|forbidden|denied|prohibited)|\b(?:unsupported|restricted|blocked)[ _](?:country|region|location)|\breferr?er\b.{0,24}\b(?:not|invalid|denied|restrict\w*|block\w*)|\borigin\b.{0,16}\bnot allowed|\binvalid request origin|\bip[_ ](?:restriction|not[_ ]allowed|denied|limit)/i,
    ],
    [
      'client-invalid',
      new RegExp(
        `\\b${client}\\b.{0,32}\\b(?:${wrong}|${absent}|${gone}|disabled|deleted|deactivated|revoked|blocked|not (?:registered|configured|enabled|activated)|inactive|suspended)|\\b(?:${wrong}|no|missing|without|provide|unknown) (?:an? |the |your |valid |request ){0,4}(?:${client})\\b|\\b(?:app|application|client|developer|isv)\\b (?:is |was |has |has been |been ){0,4}(?:not (?:registered|online|approved|published|installed|launched|reviewed)|disabled|invalid|blocked|off-?line|suspended|banned|frozen|unapproved|inactive)|\\b(?:invalid|illegal|unauthori[sz]ed|unregistered) (?:application|client|developer|merchant credentials)\\b(?! (?:version|token|type))|\\b(?:invalid|incorrect|wrong) (?:key|secret)\\b(?! length)|\\bmissing secret\\b|\\b(?:ak|appkey|app) (?:parameter )?(?:is )?(?:missing|deleted)|\\bthe key (?:has been |is )(?:deleted|incorrect|invalid|expired)`,
        'i',
      ),
    ],
    [
      'unauthenticated',
      new RegExp(
        `\\bun-?authenticated|\\bnot (?:\\w+ )?(?:log(?:ged)?|sign(?:ed)?)[ -]?(?:in|on)\\b|\\b(?:user )?not[ _]login|\\b(?:please|must|need(?:s|ed)? to|required? to|have to) (?:be )?(?:first )?(?:re-?)?(?:log(?:ged)?|sign(?:ed)?)[ -]?(?:in|on)\\b|\\b(?:log ?in|sign ?in|authentication|authori[sz]ation|credentials?)(?: header| token| information)? (?:is |are |was ){0,4}(?:required|missing|empty|needed|absent|not (?:provided|found|present|supplied|set))|\\b(?:missing|no|without|provide|empty|lacks?) (?:an? |the |valid |your |any |request |user ){0,4}(?:authentication|authori[sz]ation|credentials?|bearer|${token}|auth)\\b(?! (?:id|name|type|limit))|${token}\\b (?:is |was |parameter |param |cannot |must |can not |not |be ){0,4}(?:missing|required|empty|blank|null|absent|not provided)|\\b(?:re-?)?log ?in (?:again|first|timeout|required|fail\\w*)|\\bre-?login|\\bnot authenticated|\\buser[_ ](?:required|not[_ ]log\\w*)|^missing session\\b`,
        'i',
      ),
    ],
    [
      'token-invalid',
      new RegExp(
        `${token}\\b(?!s|ization).{0,24}\\b${wrong}|\\b(?:invalid|illegal|incorrect|wrong|bad|malformed) (?:or \\w+ )?(?:\\w+ )?${token}\\b(?! (?:amount|count|address|id\\b|mint|symbol|name|balance))|\\bbad credentials?|\\binvalid[ _](?:auth(?:entication|orization)?|credentials?|identity)\\b|\\b(?:authentication|credentials?)\\b (?:information |details? |is |was |are |check |could not be ){0,4}(?:fail\\w*|invalid|incorrect|denied|not (?:valid|match)|rejected)|\\bauthori[sz]ation (?:header |token )?(?:is |was )?(?:invalid|incorrect|wrong)|\\b(?:incorrect|wrong|failed) (?:\\w+ )?(?:authentication|auth\\b)|\\bauth(?:entication)?[_ ](?:fail\\w*|error)|^(?:invalid|bad) session\\b|\\bsecurity header (?:is )?(?:not valid|invalid)`,
        'i',
      ),
    ],
    [
      'account-disabled',
      /\b(?:accounts?|users?|membership|profile|sub-?account|customer)\b (?:is |was |has |has been |have been |been |are |currently |temporarily |permanently |status ){0,4}(?:disabled|suspended|banned|blocked|deactivated|locked|frozen|terminated|restricted|limited|locked out)\b|\b(?:disabled|suspended|banned|deactivated|locked|frozen) (?:\w+ )?(?:account|user)\b|\b(?:account|user)_(?:disabled|suspended|banned|locked|inactive|frozen|deactivated)/i,
    ],
    [
      'action-required',
      /\bcaptcha\b(?! (?:secret|key|verification service|service)).{0,16}\b(?:required|needed|wanted|invalid|verif\w*|fail\w*|solve)|^captcha|\b(?:two|2|multi)[ -]?(?:factor|step)[ -]auth\w*|\b[2m]fa\b (?:is )?(?:required|needed|code)|\b(?:verify|confirm|bind|complete|activate|agree|accept) (?:\w+ ){0,2}?(?:your|the) (?:\w+ ){0,2}?(?:phone|mobile|e-?mail|identity|account|terms|agreement|kyc|consent)\b|\b(?:phone|mobile|e-?mail|identity|account|kyc|real[ -]?name)(?: number| address)? (?:is |has |has not |not |been |not been |must be |needs? to be |un){1,4}(?:verif\w+|confirm\w+|authenticat\w+|certif\w+)|\breal[ -]?name (?:auth|verif|cert)\w*|\bhuman verification|\binteraction[ _]required|\bconsent[ _]?required|\bverification (?:is )?(?:required|needed)|\b(?:reset|two[ -]factor|user confirmation|password change|workplace join|e-?mail|additional steps)\b.{0,12}\b(?:is )?required|\baction required|\brequire[sd]? (?:\w+ ){0,2}(?:verification|consent|authentication action|an authentication)|\bplease (?:activate|bind|verify) your\b|\baccept (?:the |our )?terms/i,
    ],
    [
      'scope-insufficient',
      /\b(?:insufficient|missing|lacks?|additional|required)[ _](?:the )?(?:\w{1,32}[ _]){0,2}scopes?\b|\bconsent is required|\bnot provided consent|\bnot (?:been )?granted the required|\bscopes?\b.{0,24}\b(?:insufficient|missing|not (?:granted|authori[sz]ed|allowed|sufficient))|\b(?:user|customer|resource owner) (?:has |did |have )?(?:denied|refused|not (?:authori[sz]ed?|consent\w*|granted?)) /i,
    ],
    [
      'permission-denied',
      /\b(?:no|not have|n't have|without|lacks?|lacking|insufficient|missing|denied|have the (?:right|correct|required|necessary)|required|requires?|need\w*|enough|proper|appropriate|necessary|not|have) (?:\S+ ){0,3}?permissions?\b(?! (?:overwrite|level is|type))|\bpermissions?[ _](?:\w+ )?(?:denied|deny|required|insufficient|not|error|is not|are not|check)|^(?:http )?(?:403 )?forbidden\b(?! words?)|\bforbidden[:.]|\b(?:access|request|operation|call|api|resource|action|\S+s) is forbidden\b(?! by the risk)|\baccess[ _](?:is |was |has been |to \S+ )?(?:denied|forbidden|refused|prohibited|restricted)|\baccess ?denied|(?<!(?:charge|payment|transaction) (?:is |was |that was )?)\b(?:un|not )-?authori[sz]ed|\b(?:you|users?|accounts?|apps?|clients?|keys?|tokens?|merchants?|callers?|members?|roles?)(?: \S+)? (?:is|are|was|were|do|does)(?: not|n't) (?:\w+ )?(?:allowed|permitted|entitled|qualified) |\bno (?:access|privilege|authority|auth)\b|\b(?:insufficient|lack\w*|missing|without|higher|does not have|do not have|don't have|doesn't have|not have)(?: \w+){0,3} (?:rights?|privileges?|authority|entitlement)\b|\b(?:must|need to|have to) (?:be|have) (?:\w+ ){0,3}?(?:admin\w*|owner|member|moderator|access|rights|manager|premium)\b|\bonly (?:\w+ ){0,2}(?:admin\w*|owners?|moderators?|vip|premium) (?:\w+ )?(?:can|may|are|is)|\b(?:admin\w*|owner|vip|premium) (?:only|required)|\b(?:is|are|you're) not (?:an? |the )?(?:\w+ )?(?:admin\w*|owner|moderator|creator)\b|\bno[_ ](?:permission|access)|\bmust have (?:\w+ ){0,2}(?:access|rights)|\bmissing access\b|\brequired (?:access|subscription)|\bsubscription\b.{0,16}\bis required|\bgold required\b/i,
    ],
    [
      'timeout',
      /(?<!lock.{0,12}|payment.{0,8}|order |price |conversation has |not a gateway )\btime[ds]?[ -]?out\b|\btimeout\b(?! (?:value|param|must|should))|\bdeadline[ _]exceeded|\btook too long|\brunning too long/i,
    ],
    [
      'unavailable',
      /\b(?:service|server|system|engine|model|platform|network|backend|gateway|upstream|api|cluster)s? (?:\S+ ){0,2}?(?:is |are |was |currently |temporarily |too ){0,4}(?:busy|overload\w*|under maintenance|in maintenance|down\b|degraded|at capacity|unreachable)|\b(?:service|server|system|temporarily|currently|resource)[ _]unavailable\b(?! (?:for|in) )|\btemporarily (?:out of service|overloaded|down|not available)|\boverload\w*|\bunder maintenance|\bmaintenance mode|\b(?:server|system|service|network)[ _](?:is )?busy|\bbad gateway|\bno healthy upstream|\bat capacity/i,
    ],
    [
      'internal',
      /\binternal\b.{0,24}\b(?:error|exception|fail\w*|fault|problem|issue)|\b(?:system|server|service|database|db|backend|unknown(?! param)|unspecified|undefined|platform|network|runtime|sql|redis|mysql|gateway|upstream|generic|rpc|unhandled|storage)[ _](?:\w+ )?(?:error|exception|failure|fault)\b|\b(?:error|exception|failure) (?:\w+ )?(?:in|on|at|inside) (?:the )?(?:server|system|service|database|backend)|\ban? (?:\w+ )?(?:error|exception) (?:has )?(?:occurr?ed|happened|was encountered)|\bsomething went wrong|\bunknown (?:error|exception|reason|failure)|\b(?:server|service|system) (?:had|encountered) an? |\bnull ?pointer|\bour (?:end|side|servers|backends)|\bconnection (?:refused|reset|error|closed)|^(?:an? )?(?:error|exception)[.!]?$|\bserver_error\b|\bunexpected (?:\w+ )?(?:error|exception|condition)/i,
    ],
    [
      'unsupported',
      /\b(?:un|not |n't |no longer |not be )-?support(?:ed|s)?\b|\bunsupported\w*|\bnot (?:yet )?implemented|\bmethod(?: is)? not allowed|\bmethod_not_allowed|\b(?:unknown|invalid|no such|undefined|unrecogni[sz]ed|non-?existent|illegal)[ _](?:api(?! ?key)|method|action|endpoint|interface|route|operation|command|function|service|http method|request method)\b|\b(?:api|method|action|endpoint|interface|route|function)\b(?: name| \S+)? (?:is |was |has |does |has been |been ){0,4}(?:not (?:found|exist|available|supported|defined|open)|n't exist|offline|deprecated|removed|retired|closed|discontinued|invalid|illegal)|\bdeprecat\w+|\bdiscontinued|\bno longer (?:available|supported|exists|offered|in use)|\b(?:client|app|browser|sdk)\b.{0,24}\bversion\b.{0,24}\b(?:too (?:old|low)|outdated|obsolete)|\bversion (?:is )?too (?:old|low)|\b(?:requires?|must be|should be|must use|use|only) (?:https?|post|get|put|ssl|tls)\b|\bincompatible/i,
    ],
    [
      'not-found',
      /\bnot[ _-]?found\b|\b(?:does|do|did|is|are|was|could|can|may|has|have)(?: not|n't|nt|not)(?: \w+){0,2} (?:exists?|found|locate|existed)\b|\bnot[ _]?exist\w*|\bnon-?existent|\bnonexist\w*|\bno such\b|\bcan(?:not|'t| not) (?:be )?(?:found|find|locate)|\b(?:has|have|had|was|were|been) (?:already )?(?:been )?(?:deleted|removed)\b|\bno (?:\w+ ){1,4}?(?:found|exists?|matched|matching|records?)\b|\bunable to (?:find|locate)|^unknown (?:\w+ )?\w+$(?<!error|reason|exception|field|parameter|failure|application|session|status)|\bcould(?:n't| not) find|\bno[_ ](?:data|result|record|match)s?(?:[_ ]found)?\b|\bresource[_ ]missing\b/i,
    ],
    [
      'already-exists',
      /\balready\b(?! (?:reached|exceed|expired|used up))|\bduplicat\w*|\b(?:name|id|user|email|record|key|file|order|account) exists\b|^exists?\b|\b(?:is |has been |been )(?:taken|in use|occupied)\b|\bconflict\w*|\brepeated(?:ly)?\b|\bnot unique|\bmust be unique|\bunique constraint/i,
    ],
    [
      'in-progress',
      /\bin[ _-]?progress\b|\b(?:is|are|being|still|currently) (?:\w+ )?(?:processing|processed|running|creating|deleting|updating|provisioning)\b|\bis being (?:\w+ed)\b(?<!upgraded|migrated)|\b(?:still|being) (?:processing|processed|running|created|deleted|updated|executed|uploaded|generated|handled|used)\b|\bnot (?:yet )?(?:finished|completed|settled)\b|\b(?:request|order|task|job|operation) (?:is )?(?:pending|processing|queued|running)/i,
    ],
    [
      'missing-parameter',
      new RegExp(
        `\\b${absent}\\b|\\b(?:no|without|lacks?|lacking|omitted|undefined|null)(?: \\w+)? (?:param\\w*|field|value|argument|input|body|header|file|properties)\\b|\\bno \\w+ (?:was |is |were )?(?:specified|provided|given|supplied|uploaded|selected)|\\bnot informed|\\bmust (?:provide|specify|include|supply|be (?:provided|specified|present|set|supplied))|\\bplease (?:enter|provide|specify|select|fill|input|supply|choose|set)|\\bneed something|\\bmandatory|\\bat least one`,
        'i',
      ),
    ],
    [
      'out-of-range',
      /\btoo[ _](?:long|short|large|small|big)\b|\bout of (?:range|bounds?)|\bout_of_(?:range|bounds)|\b(?:greater|less|larger|smaller|higher|lower|fewer|longer|shorter|bigger|earlier|later|lesser) than\b|\b(?:must|should|has to|have to|can(?:not|'t)?) (?:not )?(?:be )?(?:between|within|at (?:least|most)|under|over|below|above|positive|non-?negative|up to|exceed)|\bbetween \S+ (?:and|to) |\b(?:length|size|characters?|bytes|pixels|digits)\b.{0,30}\b(?:exceed\w*|limit|max\w*|long|between|invalid|wrong|must|too)|\bexceed(?:s|ed|ing)? (?:the )?(?:max\w* |allowed |permitted )?(?:\w+ )?(?:length|size|characters)|\bcannot (?:be )?(?:exceed|more|less|larger|greater)|\boversi[sz]e\w*|\bbelow (?:the )?min\w*|\babove (?:the )?max\w*|\bminimum\b/i,
    ],
    [
      'invalid-parameter',
      /\binvalid(?! (?:permission|according))\w*|\billegal\w*|\bmalformed|\bincorrect\w*|\bwrong\w*|\bnot (?:a |an )?(?:valid|correct|legal|well-?formed|acceptable|numeric|conform\w*|the same|equal)\b|\b(?:does|do|did|must|should|is|are)(?: not|n't) (?:match|conform|comply|contain|meet|correspond|equal|start)\b|\bformat\b|\bbad[ _](?:request|param\w*|value|argument|input|\w+)|\bparam(?:eter)?s?\b.{0,24}\b(?:error|wrong|problem|abnormal|verif\w*|valid\w*|check)|\b(?:param|parameter|argument|validation|syntax|format|input|schema|field|type|option)s?[ _](?:error|exception|fail\w*|fault|problem|mismatch)|\bvalidation\b.{0,40}\b(?:fail\w*|error)|\bmust be (?:an? |the |one of|in|of|set to|equal|valid|unique|numeric|lower|upper|alpha|unsigned|integer|json|specified)|\bshould be\b|\bmust (?:match|start|end|contain|begin|comply)|\bexpected (?:\w+ )?(?:but|to be|a |an )|\bunexpected (?:field|property|argument|param\w*|value|end|character|key)|\b(?:unable|failed|cannot|can not|can't|could not) (?:to )?(?:parse|decode|convert|deseriali[sz]e|recogni[sz]e|understand|be parsed)|\bunrecogni[sz]ed|\bmismatch\w*|\bspecial characters?|\bunknown (?:field|param\w*|argument|type|value|option|property)|\bcheck (?:the |your )?(?:param\w*|input)|\berror in (?:the )?(?:param\w*|query|input)|\bunprocessable|\bnot allowed in/i,
    ],
    [
      'precondition-failed',
      /\b(?:status|state)\b.{0,16}\b(?:error|incorrect|does ?n[o']?t|not (?:allow\w*|correct|match\w*|valid))|\b(?:order|transaction|payment|refund|task|job|charge|invoice|contract|session|event|activity)\b (?:has |is |was |have |been |has been |already ){0,4}(?:cancell?ed|closed|completed|finished|ended|paid|refunded|filled|settled|archived|processed|submitted)\b|\bprecondition|\bexecution reverted\b|\bnonce too (?:low|high)\b|\bcan(?:not|'t| not) be (?:cancell?ed|updated|changed|amended|refunded|set|removed|combined|added|processed|reversed|voided|captured)\b/i,
    ],
    // At 429 the same words mean the limit.
    ['unavailable', /^(?:please )?(?:re)?try (?:\w+ )?(?:again|later)/i, [200, 400, 403, 422]],
  ])
}
