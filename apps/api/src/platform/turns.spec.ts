import { Turns } from './turns.js';

/** Work that goes on until it is told to end. */
function held(log: string[], name: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const work = async () => {
    log.push(name);
    await promise;
    return name;
  };
  return { work, end: resolve };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const refuse = () => new Error('too many');

describe('turns', () => {
  it('are two at once, one a person, and then who came first', async () => {
    const turns = new Turns({ atOnce: 2, waiting: 8, waitingEach: 2 });
    const log: string[] = [];
    const works = ['ann', 'ann', 'bob', 'cat'].map((who, n) => ({ who, ...held(log, `${who}${n}`) }));
    const answers = works.map(({ who, work }) => turns.take(who, work, refuse));
    await settled();
    expect(log).toEqual(['ann0', 'bob2']);
    works[2]!.end();
    await settled();
    expect(log).toEqual(['ann0', 'bob2', 'cat3']);
    works[0]!.end();
    await settled();
    expect(log).toEqual(['ann0', 'bob2', 'cat3', 'ann1']);
    for (const { end } of works) end();
    expect(await Promise.all(answers)).toEqual(['ann0', 'ann1', 'bob2', 'cat3']);
  });

  it('are refused where a person, or everybody together, waits with too many', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 2, waitingEach: 1 });
    const log: string[] = [];
    const first = held(log, 'first');
    const going = turns.take('ann', first.work, refuse);
    const waiting = turns.take('ann', () => Promise.resolve('second'), refuse);
    await expectAsync(turns.take('ann', () => Promise.resolve(''), refuse)).toBeRejectedWithError('too many');
    const other = turns.take('bob', () => Promise.resolve('third'), refuse);
    await expectAsync(turns.take('cat', () => Promise.resolve(''), refuse)).toBeRejectedWithError('too many');
    first.end();
    expect(await Promise.all([going, waiting, other])).toEqual(['first', 'second', 'third']);
  });

  it('go on after one that failed', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 2, waitingEach: 2 });
    const failed = turns.take('ann', () => Promise.reject(new Error('broken')), refuse);
    const next = turns.take('ann', () => Promise.resolve('next'), refuse);
    await expectAsync(failed).toBeRejectedWithError('broken');
    expect(await next).toBe('next');
  });
});
