/** What of a JSON schema the walk over the API goes by. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required: boolean;
  readonly schema?: Schema;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** What is sent as JSON; null where nothing is, or a file. */
  readonly body: Schema | null;
  /** Kinds of file that are taken instead. */
  readonly files: readonly string[];
  readonly statuses: readonly string[];
}

export interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: readonly Parameter[];
            readonly requestBody?: {
              readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
            };
            readonly responses: Readonly<Record<string, unknown>>;
          }
        >
      >
    >
  >;
}

export function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => {
      const { 'application/json': json, ...files } = requestBody?.content ?? {};
      return {
        ...{ method: method.toUpperCase(), path, parameters },
        body: json?.schema ?? null,
        files: Object.keys(files),
        statuses: Object.keys(responses),
      };
    }),
  );
}

const formsOf = (schema: Schema): readonly Schema[] => schema.anyOf ?? schema.oneOf ?? [schema];

/** Every value that a schema lists. */
export function listed(schema: Schema = {}): string[] {
  const forms = formsOf(schema).flatMap((form) => [form, form.items ?? {}]);
  return [...new Set(forms.flatMap((form) => form.enum ?? []))];
}

/** Something of each form that a schema allows; `known` says what goes by a name. */
export function examples(schema: Schema, known: (name: string) => unknown, name = ''): unknown[] {
  const forms = formsOf(schema);
  if (forms.length > 1) return forms.flatMap((form) => examples(form, known, name));
  const { type, items, properties, additionalProperties: others, enum: values } = forms[0]!;
  if (values) return [values[0]];
  if (type === 'object') {
    const all = Object.entries({ ...properties, ...(typeof others === 'object' ? { Words: others } : {}) });
    return [Object.fromEntries(all.map(([key, of]) => [key, examples(of, known, key)[0]]))];
  }
  if (type === 'array') return [items ? [examples(items, known, name)[0]] : []];
  if (type === 'boolean') return [true];
  if (type === 'integer' || type === 'number') return [known(name) ?? 1];
  return [known(name) ?? 'Words'];
}

/** A body with one place of it, however deep, put in every other way. */
export function* variants(schema: Schema, body: unknown, odd: readonly unknown[]): Generator<unknown> {
  yield* odd;
  yield* listed(schema);
  for (const { properties, items } of formsOf(schema)) {
    if (items && Array.isArray(body)) for (const one of variants(items, body[0], odd)) yield [one];
    if (!properties || typeof body !== 'object' || body === null || Array.isArray(body)) continue;
    const whole = body as Record<string, unknown>;
    for (const [name, of] of Object.entries(properties)) {
      if (!Object.hasOwn(whole, name)) continue;
      const { [name]: was, ...others } = whole;
      yield others;
      for (const one of variants(of, was, odd)) yield { ...others, [name]: one };
    }
  }
}
