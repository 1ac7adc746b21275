// `npm run security`: installs what is missing (Debian's scanners, too), builds the product, and lets them at it.
import { resolve } from 'node:path';
import { checkingPrograms, installPackages, installPrograms, node, root, run } from './install.mjs';

installPackages();
installPrograms({
  ...checkingPrograms,
  '/usr/bin/wapiti': 'wapiti',
  '/usr/bin/sqlmap': 'sqlmap',
  '/usr/bin/testssl': 'testssl.sh',
});
run('npm', ['run', '-s', 'build']);
run(node, [resolve(root, 'scripts/security.ts')]);
