import { Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { HeadwayProblem, type InputError } from '@headway/domain';
import type { StandardSchemaV1 } from '@standard-schema/spec';

type Issue = StandardSchemaV1.Issue & { code?: string; keys?: string[]; errors?: Issue[][] };

/** RFC 6901: `~` and `/` in a name are written `~0` and `~1`. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function keysOf(issue: Issue): readonly PropertyKey[] {
  return (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
}

/** Errors with where they are; an unknown field is named, each by its own pointer. */
export function inputErrors(issues: readonly StandardSchemaV1.Issue[]): InputError[] {
  return (issues as readonly Issue[]).flatMap((issue) => {
    const path = keysOf(issue);
    if (issue.code === 'unrecognized_keys' && issue.keys)
      return issue.keys.slice(0, 20).map((key) => ({
        pointer: pointerTo([...path, key]),
        code: 'unknown_field',
        message: 'There is no such field here',
      }));
    // Of the forms that a value may take, the last one is the plainest: what it says is wrong is said.
    const [plainest] = issue.code === 'invalid_union' ? (issue.errors?.at(-1) ?? []) : [];
    if (plainest) return inputErrors([{ ...plainest, path: [...path, ...keysOf(plainest)] }]);
    return [{ pointer: pointerTo(path), code: issue.code ?? 'invalid', message: issue.message }];
  });
}

/** Parses bodies, queries and path parameters by the contract's schemas. */
@Injectable()
export class Validation extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues) => new HeadwayProblem('invalid_request', undefined, inputErrors(issues)),
    });
  }
}
