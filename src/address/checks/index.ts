import { fromSyntax } from './from-syntax.ts';
import { mailFromSyntax } from './mail-from-syntax.ts';

export const addressChecks = [mailFromSyntax, fromSyntax] as const;
