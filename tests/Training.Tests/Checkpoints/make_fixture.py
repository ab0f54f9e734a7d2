"""Writes fixture.safetensors by the rules of the format's own writer (safetensors/src/tensor.rs, prepare):

tensors by dtype, the widest first, then by name; the header as compact JSON that escapes what it must, padded with spaces to 8 bytes.
Regenerate with: python3 tests/Training.Tests/Checkpoints/make_fixture.py
"""

import json
import pathlib
import struct

# In the order of the writer's enum, from its end.
ORDER = ["I64", "F64", "F32", "I32", "BF16", "F16", "I16", "I8", "U8", "BOOL"]

TENSORS = {
    "layer.bias": ("F32", [2], struct.pack("<2f", 0.25, -0.5)),
    "layer.weight": ("F32", [2, 3], struct.pack("<6f", 1, 2, 3, 4, 5, 6)),
    "mask": ("BOOL", [3], bytes([1, 0, 1])),
    "scale": ("BF16", [1], struct.pack("<f", 1.5)[2:]),
    "steps": ("I64", [], struct.pack("<q", 7)),
    'größe "x"\\': ("U8", [3], bytes([1, 2, 3])),
}

header = {"__metadata__": {"format": "pt"}}
data = b""
for name, (dtype, shape, elements) in sorted(TENSORS.items(), key=lambda item: (ORDER.index(item[1][0]), item[0].encode())):
    header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [len(data), len(data) + len(elements)]}
    data += elements
text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
text += b" " * (-len(text) % 8)
pathlib.Path(__file__).with_name("fixture.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + data)
