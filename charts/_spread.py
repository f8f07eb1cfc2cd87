"""Wanted heights of labels → where they stand so that none lies on another, moved as little as can be.

The rule: the order of the wanted places stays, and the sum of the squared moves is the least (pooling of neighbours, as in
isotonic regression). All stay within the room given, where there is enough of it.
"""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """The middles of labels of these `heights`, in pixels from the top, each as near to what is `wanted` as the others let it.

    Of equal wishes the one given first stands above. Where the labels together need more than `room`, they stand close from
    the top on and run over below: give them the room that they need.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    offsets, total = [], 0.0
    for at in order:
        offsets.append(total + heights[at] / 2)
        total += heights[at]
    free = max(0.0, room - total)
    blocks: list[tuple[float, int]] = []  # where the block's labels begin, taken close together, and how many they are
    for at, offset in zip(order, offsets, strict=True):
        block = (wanted[at] - offset, 1)
        while blocks and blocks[-1][0] >= block[0]:
            start, count = blocks.pop()
            block = ((start * count + block[0] * block[1]) / (count + block[1]), count + block[1])
        blocks.append(block)
    starts = [min(max(start, 0.0), free) for start, count in blocks for _ in range(count)]
    middles = [0.0] * len(wanted)
    for at, offset, start in zip(order, offsets, starts, strict=True):
        middles[at] = start + offset
    return middles
