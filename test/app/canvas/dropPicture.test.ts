import { act } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { backToNow, lookBack } from '../../../renderer/actions/past';
import { dropPicture } from '../../../renderer/actions/photos';
import { useNotices } from '../../../renderer/ui/notices';
import { fakeSession } from '../fakeSession';

describe('a picture that is dropped on the chart', () => {
  afterEach(() => act(backToNow));

  it('is not taken in while the past is looked at', async () => {
    const { asked } = fakeSession();
    act(() => lookBack({ kind: 'was', on: '2024-05-03' }));
    await dropPicture(new File([new Uint8Array(3)], 'foto.png'), '01930000-0000-7000-8000-0000000000c1');
    expect(asked).toEqual([]);
    expect(useNotices.getState().notices).toHaveLength(1);
  });
});
