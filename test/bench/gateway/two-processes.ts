import cluster from 'node:cluster';

/** Runs a program twice, both on one port. */
const [exec, ...args] = process.argv.slice(2);
cluster.setupPrimary({ ...(exec ? { exec } : {}), args });
cluster.fork();
cluster.fork();
