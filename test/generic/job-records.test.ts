import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'

/*
 * The record of a job that failed was asked for and came: it is data. The same words are an error of this request when they
 * speak of the one who asks, or when nothing of a job is there.
 */
describe('the record of a job that failed is data', () => {
  for (const body of [
    { state: 'failed', error: { code: 'DECODE', message: 'The video could not be decoded' } },
    { state: 'FAILED', message: 'exit code 1' },
    { status: 'failed', result: null, error: 'The video could not be decoded' },
    { status: 'failed', output: null, error: { code: 'DECODE', message: 'The video could not be decoded' } },
    { status: 'failed', error: 'x y z', progress: 40 },
    { status: 'FAILED', errorMessage: 'The file is malformed', startTime: 1, endTime: 2 },
    { status: 'failed', reason: 'The build failed', log: 'https://ci.example.com/1' },
    { done: true, error: { code: 5, message: 'The file was not found' } },
    { taskStatus: 'FAILED', errorCode: 'InvalidFile', errorMessage: 'The file is malformed' },
    { job_status: 'failed', error: { message: 'The file is malformed' } },
    { exportState: 'FAILED', errorCode: 17, errorMessage: '文件错误' },
    { code: 0, data: { task_status: 'failed', task_status_msg: 'risk control' } },
  ])
    test(JSON.stringify(body), () => {
      for (const status of [200, 201, 202]) expect(judge(status, body)).toBeUndefined()
    })
})

describe('what speaks of the one who asks is an error of this request', () => {
  for (const [body, reason] of [
    [{ state: 'failed', message: 'Invalid access token' }, 'token-invalid'],
    [{ status: 'failed', result: null, message: 'Token has expired' }, 'token-expired'],
    [{ status: 'failed', result: null, error: 'Rate limit exceeded' }, 'throttled'],
    [{ state: 'FAILED', message: '请先登录' }, 'unauthenticated'],
    [{ status: 'failed', message: 'Missing required parameter: name' }, 'missing-parameter'],
    [{ success: false, state: 'failed', message: 'The file is malformed' }, 'invalid-parameter'],
  ] as const)
    test(JSON.stringify(body), () => expect(judge(200, body)).toMatchObject({ reason }))
})

describe('that something is under way is no error', () => {
  for (const body of [
    { status: 'processing' },
    { status: 'processing', message: 'Your order is being processed, please wait' },
    { code: 1, msg: '处理中，请稍后查询' },
    { code: 2, msg: '任务执行中' },
    { retCode: 2, retMsg: '受理中' },
    { code: 2, msg: '视频生成中，请稍候' },
    { code: 10, message: 'Processing, please try again later', data: null },
    { returnCode: '2', returnMsg: '处理中，请调用查询接口' },
    { resultCode: '2', resultMsg: '订单正在排队中，请稍后查询' },
    { code: 202, message: 'processing' },
  ])
    test(JSON.stringify(body), () => expect(judge(200, body)).toBeUndefined())

  for (const body of [
    { code: 1, msg: '任务执行中，不能删除' },
    { code: 10023, msg: '订单正在处理中，请勿重复提交' },
    { success: false, message: '处理中，请稍后再试' },
    { errcode: 7, errmsg: '任务处理中，请稍后再试' },
    { code: -1, msg: '处理中断，系统错误' },
  ])
    test(`but a refusal meanwhile is one: ${JSON.stringify(body)}`, () => expect(judge(200, body)).toBeDefined())
})
