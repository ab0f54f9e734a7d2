"""Records how PyTorch batches, splits and refuses, and the orders of epochs: python3 data_loading.py > data_loading.training.json

Needs PyTorch alone. The committed recording was made with 1.13. The orders are not PyTorch's: they are computed here a second time, from the
published definition of SplitMix64 (https://prng.di.unimi.it/splitmix64.c) and the shuffle of Fisher and Yates.
"""
import json
import warnings

import torch
from torch.utils.data import ConcatDataset, DataLoader, TensorDataset, random_split

WORD = 2**64


def mix(z):
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % WORD
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB % WORD
    return z ^ (z >> 31)


def numbers(seed, stream):
    step = 0x9E3779B97F4A7C15
    state = mix((mix((seed + step) % WORD) + stream) % WORD)
    while True:
        state = (state + step) % WORD
        yield mix(state)


def below(draws, bound):
    return next(draw for draw in draws if draw < WORD - WORD % bound) % bound


def order(count, seed, stream):
    items, draws = list(range(count)), numbers(seed, stream)
    for last in range(count - 1, 0, -1):
        drawn = below(draws, last + 1)
        items[last], items[drawn] = items[drawn], items[last]
    return items


def sizes(count, batch, drop_last):
    loader = DataLoader(TensorDataset(torch.zeros(count)), batch_size=batch, drop_last=drop_last)
    assert len(loader) == len(list(loader))
    return [len(rows) for rows, in loader]


def refusal(call):
    try:
        call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def split(count, lengths):
    parts = []
    error = refusal(lambda: parts.extend(random_split(range(count), lengths)))
    return {"count": count, "lengths": lengths, "parts": [len(part) for part in parts], "error": error}


FRACTIONS = [
    [1.0], [0.5, 0.5], [0.8, 0.2], [0.7, 0.2, 0.1], [0.6, 0.3, 0.1], [0.3, 0.3, 0.4], [0.25, 0.25, 0.25, 0.25], [1 / 3, 1 / 3, 1 / 3],
    [0.1] * 10, [0.0, 1.0], [1.5, -0.5], [0.5, 0.4], [0.999, 0.001],
]

warnings.simplefilter("ignore")
rows = torch.zeros(3, 2)
print(json.dumps({
    "orders": [
        {"count": count, "seed": seed, "epoch": epoch, "order": order(count, seed, epoch)}
        for count, seed, epoch in [(1, 5, 0), (2, 0, 0), (2, 0, 1), (10, 0, 0), (10, 0, 1), (10, 1, 0), (10, -1, 2),
                                   (37, 2**63 - 1, 2**31 - 1), (37, -2**63, 7), (100, 42, 3)]
    ],
    "batches": [
        {"count": count, "batch": batch, "dropLast": drop_last, "sizes": sizes(count, batch, drop_last)}
        for count in (0, 1, 5, 6, 7) for batch in (1, 2, 3, 7, 100) for drop_last in (False, True)
    ],
    "splits": [split(count, fractions) for count in (0, 1, 2, 7, 10, 569, 1797) for fractions in FRACTIONS]
    + [split(10, lengths) for lengths in ([3, 7], [10], [0, 10], [3, 3, 4], [3, 3], [5, 6])],
    "refusals": {
        "batch size 0": refusal(lambda: DataLoader(rows, batch_size=0)),
        "batch size -3": refusal(lambda: DataLoader(rows, batch_size=-3)),
        "workers -1": refusal(lambda: DataLoader(rows, num_workers=-1)),
        "shuffled nothing": refusal(lambda: DataLoader([], shuffle=True)),
        "tensor lengths": refusal(lambda: TensorDataset(rows, torch.zeros(2))),
        "no datasets": refusal(lambda: ConcatDataset([])),
        "ragged": refusal(lambda: list(DataLoader([torch.zeros(3), torch.zeros(4)], batch_size=2))),
        "index beyond": refusal(lambda: TensorDataset(rows)[3]),
    },
}, separators=(",", ":")))
