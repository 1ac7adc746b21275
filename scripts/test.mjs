// `npm test`: installs what the tests need and runs all of them: checks, units on both SQL dialects, journeys in the browser.
import { checkingPrograms, installPackages, installPrograms, run } from './install.mjs';

installPackages();
installPrograms({
  ...checkingPrograms,
  '/usr/bin/chromium': 'chromium',
  '/usr/lib/postgresql': 'postgresql',
  '/usr/bin/xmllint': 'libxml2-utils',
  '/usr/bin/xmlsec1': 'xmlsec1',
});
run('npm', ['run', '--silent', 'check']);
run('node', ['scripts/unit.ts']);
run('npm', ['run', '--silent', 'e2e']);
