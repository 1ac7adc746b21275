// `npm start`: installs what is missing, builds, and serves the product with its sandboxed outside world.
import { spawn } from 'node:child_process';
import {
  checkingPrograms,
  installPackages,
  missingPrograms,
  node,
  productEnv,
  root,
  run,
  tryToInstallPrograms,
} from './install.mjs';

installPackages();
if (!tryToInstallPrograms(checkingPrograms)) {
  const missing = missingPrograms(checkingPrograms).join(', ');
  console.log(
    `Could not install ${missing}. All else works, but uploads wait in quarantine until they are there.`,
  );
}
run('turbo', ['run', 'build', '--output-logs=errors-only']);

const product = spawn(node, ['scripts/demo.ts'], { cwd: root, stdio: 'inherit', env: productEnv });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => product.kill(signal));
product.on('exit', (code) => process.exit(code ?? 1));
