import type { Vocabulary } from '../../src/facts/types.ts'

const place = (
  id: number,
  name: string,
  kind: 'country' | 'province' | 'county',
  parentId = 1,
) => ({
  id,
  name,
  kind,
  isoCode: null,
  parentId: kind === 'country' ? null : parentId,
})
const indicator = (id: number, name: string, unit: string) => ({
  id,
  name,
  unit,
  additive: true,
  definition: null,
})

export const vocabulary: Vocabulary = {
  version: 1,
  places: [
    place(1, 'کل کشور', 'country'),
    place(2, 'قم', 'province'),
    place(3, 'یزد', 'province'),
    place(4, 'گیلان', 'province'),
    place(5, 'مازندران', 'province'),
    place(6, 'فارس', 'province'),
    place(7, 'بافق', 'county', 3),
    place(8, 'تاکستان', 'county', 2),
  ],
  indicators: [
    indicator(1, 'احیای واحدهای راکد صنعتی', 'واحد'),
    indicator(2, 'تسهیلات بخش صنعت، کشاورزی و گردشگری', 'تومان'),
    indicator(3, 'جذب منابع مالی ملی', 'درصد'),
    indicator(4, 'تولید گندم', 'تن'),
  ],
  aliases: [{ id: 1, target: 'place', targetId: 1, text: 'کشور' }],
}
