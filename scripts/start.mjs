// `npm start`: installs what is missing, builds, and serves the product with its sandboxed outside world.
import { spawn } from 'node:child_process';
import { installPackages, node, productEnv, root, run } from './install.mjs';

installPackages();
run('turbo', ['run', 'build', '--output-logs=errors-only']);

const product = spawn(node, ['scripts/demo.ts'], { cwd: root, stdio: 'inherit', env: productEnv });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => product.kill(signal));
product.on('exit', (code) => process.exit(code ?? 1));
