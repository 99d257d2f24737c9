import { http } from 'msw'
import { setupServer } from 'msw/node'
import { createAnswering } from './answers.ts'

// Stands for the network, for programs that use axios.
const answer = createAnswering()
setupServer(http.all('*', ({ request }) => answer(request.url))).listen()
