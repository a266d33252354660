#!/usr/bin/env node
import process from 'node:process';
import { main } from './cli/program.ts';

// Whoever writes hears of a failed write; an error without a listener would end the program with a stack trace.
process.stdout.on('error', () => {});
// Of standard error nobody is left to be told.
process.stderr.on('error', () => {});

process.exitCode = await main(process.argv.slice(2));
