"""Records what PyTorch prints under options other than the defaults: writes print_options.json beside itself.

Run with Debian's python3-torch 1.13 (apt-get install python3-torch):  /usr/bin/python3 make_print_options.py
Elements are printed as in PyTorch 2.10 but for one thing, which is mended below: up to 2.0 a forced sci_mode changed the
notation and left the column width that the other notation needs.
"""
import json
import math
import pathlib
import random

import torch
from torch._tensor_str import PRINT_OPTS, _Formatter


def mend_forced_width():
    original = _Formatter.__init__

    def mended(self, tensor):
        original(self, tensor)
        if PRINT_OPTS.sci_mode is None or not tensor.dtype.is_floating_point:
            return
        counted = [v for v in tensor.double().flatten().tolist() if math.isfinite(v) and v != 0]
        self.max_width = 1
        self.max_width = max([1] + [len(self.format(v)) for v in counted])

    _Formatter.__init__ = mended


def record(options, name, tensor):
    torch.set_printoptions(profile="default")
    torch.set_printoptions(**options)
    text = repr(tensor)
    torch.set_printoptions(profile="default")
    number = "{:.9g}" if tensor.dtype == torch.float32 else "{}"  # nine digits tell every float32 from its neighbours
    return {
        "tensor": name,
        "options": options,
        "dtype": str(tensor.dtype).removeprefix("torch."),
        "shape": list(tensor.shape),
        "values": [number.format(v) for v in tensor.flatten().tolist()],
        "requires_grad": tensor.requires_grad,
        "grad_fn": tensor.grad_fn and type(tensor.grad_fn).__name__,
        "repr": text,
    }


def tensors():
    rng = random.Random(20)
    values = [rng.gauss(0, 3) for _ in range(30)]
    ties = torch.tensor([0.5, 1.5, 2.5, 0.125, 0.375, 0.03125, -0.0])
    return {
        "ties": ties,
        "ties, double": ties.double() * 1e-5,
        "whole": torch.tensor([3.0, -20.0, 0.0, 500.0]),
        "wide range": torch.tensor([1e-6, 1.0, 12345.678, -math.inf]),
        "huge": torch.tensor([2.5e9, 7.0, math.nan], dtype=torch.float64),
        "zeros": torch.tensor([0.0, -0.0, math.inf]),
        "scalar": torch.tensor(math.pi, requires_grad=True),
        "half": torch.tensor([0.1, 65504.0], dtype=torch.float16),
        "bfloat16": torch.tensor([0.1, 3.0], dtype=torch.bfloat16),
        "vector": torch.tensor(values),
        "matrix": torch.tensor([round(v, 3) for v in values], dtype=torch.float64).reshape(3, 10),
        "tracked": torch.tensor(values[:24], requires_grad=True).reshape(2, 3, 4) * 2,
        "whole numbers": torch.arange(-5, 25).reshape(5, 6),
        "truths": torch.tensor(values[:12]).reshape(2, 6) > 0,
        "empty": torch.empty(2, 0, requires_grad=True),
    }


def options():
    yield from ({"precision": p} for p in (0, 1, 2, 3, 6, 10, 20))
    yield from ({"threshold": t} for t in (0, 5, 29, 30))
    yield from ({"threshold": 5, "edgeitems": e} for e in (1, 2, 4))
    yield from ({"linewidth": w} for w in (1, 10, 40, 60, 120, 1000))
    yield from ({"sci_mode": s} for s in (True, False))
    yield {"profile": "short"}
    yield {"profile": "full"}
    yield {"precision": 2, "threshold": 10, "edgeitems": 2, "linewidth": 50, "sci_mode": True}
    yield {"precision": 1, "threshold": 10, "edgeitems": 1, "linewidth": 30, "sci_mode": False}


def main():
    mend_forced_width()
    cases = [record(option, name, tensor) for option in options() for name, tensor in tensors().items()]
    # What an option does not touch prints as it always does, which the golden files cover.
    plain = {name: repr(tensor) for name, tensor in tensors().items()}
    telling = [case for case in cases if case["repr"] != plain[case["tensor"]]]
    path = pathlib.Path(__file__).with_name("print_options.json")
    path.write_text("[\n" + ",\n".join(json.dumps(case) for case in telling) + "\n]\n")
    print(f"{len(telling)} of {len(cases)} cases written to {path}")


if __name__ == "__main__":
    main()
