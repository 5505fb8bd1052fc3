import { serveTasks } from './serve-tasks.ts'
import { slowTasks } from './slow-tasks.ts'

serveTasks(slowTasks)
