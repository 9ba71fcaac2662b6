/* oxlint-disable no-console -- a program that people start */
import { sendRun } from './send-run.ts';

const [question = 'My desk lamp arrived broken. Can I have a new one by Friday?'] = process.argv.slice(2);
try {
  const { answer, traceId } = await sendRun({ question });
  console.log(`${answer}\n\nTrace ${traceId} is at ${process.env['LANGFUSE_BASE_URL']}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
