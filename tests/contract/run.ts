/** Runs a contract command as the process that people run, without a shell in between. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Outcome {
  status: number | null;
  out: string;
  err: string;
}

export function run(command: string, input: string | object[], ...args: string[]): Promise<Outcome> {
  const child = spawn('npm', ['run', '-s', command, ...(args.length ? ['--', ...args] : [])], { cwd: root });
  const outcome: Outcome = { status: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    outcome.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    outcome.err += text;
  });
  // A command that refuses its arguments ends before it has read anything.
  child.stdin.on('error', () => {});
  child.stdin.end(typeof input === 'string' ? input : input.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ ...outcome, status }));
  });
}

export const rows = ({ out }: Outcome): Record<string, unknown>[] =>
  out.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []));
