/** oidc-provider warns about its in-memory store and about newer runtimes; both are meant here and would only alarm. */
console.warn = () => {};
