"""Records what torch.nn and torch.nn.init do: python3 modules.py > modules.json

Needs PyTorch alone. The committed recording was made with 1.13. Everything is computed in float64 of numbers that a formula gives, the
same here and in the tests; draws are recorded in the dtype that they were made in.
"""
import json
import warnings

import torch
from torch import nn

warnings.simplefilter("ignore")


def numbers(shape, factor=37, scale=16, dtype=torch.float64):
    """Numbers between -2 and 2 that look like draws."""
    count = torch.Size(shape).numel()
    return torch.tensor([(i * factor % 64 - 31) / scale for i in range(count)], dtype=dtype).view(shape)


def probabilities(shape, factor=37):
    count = torch.Size(shape).numel()
    return torch.tensor([(i * factor % 64 + 1) / 66 for i in range(count)], dtype=torch.float64).view(shape)


def classes(shape, count, factor=7):
    return torch.tensor([i * factor % count for i in range(torch.Size(shape).numel())]).view(shape)


IMAGE = (2, 2, 5, 4)
MODULES = [
    ("Linear", lambda: nn.Linear(3, 2), (4, 3)),
    ("Linear of batches, without bias", lambda: nn.Linear(3, 2, bias=False), (2, 2, 3)),
    ("Conv1d", lambda: nn.Conv1d(2, 3, 2), (2, 2, 5)),
    ("Conv1d that keeps the length", lambda: nn.Conv1d(2, 2, 3, padding="same", dilation=2), (2, 2, 5)),
    ("Conv1d of one", lambda: nn.Conv1d(2, 2, 3, stride=2, padding=1, bias=False), (2, 5)),
    ("Conv2d", lambda: nn.Conv2d(2, 3, 3), IMAGE),
    ("Conv2d in groups", lambda: nn.Conv2d(4, 4, (3, 2), stride=2, padding=(1, 0), dilation=(1, 2), groups=2, bias=False), (1, 4, 6, 6)),
    ("Conv2d that keeps the lengths", lambda: nn.Conv2d(2, 1, (3, 5), padding="same"), IMAGE),
    ("Conv2d without padding", lambda: nn.Conv2d(2, 2, 2, stride=(2, 1), padding="valid"), IMAGE),
    ("BatchNorm1d", lambda: nn.BatchNorm1d(3), (4, 3)),
    ("BatchNorm1d along a length", lambda: nn.BatchNorm1d(3, eps=0.001, momentum=0.3), (2, 3, 4)),
    ("BatchNorm1d over all batches", lambda: nn.BatchNorm1d(3, momentum=None), (4, 3)),
    ("BatchNorm1d without statistics", lambda: nn.BatchNorm1d(3, track_running_stats=False), (4, 3)),
    ("BatchNorm1d without parameters", lambda: nn.BatchNorm1d(3, affine=False), (4, 3)),
    ("BatchNorm2d", lambda: nn.BatchNorm2d(2), IMAGE),
    ("LayerNorm", lambda: nn.LayerNorm(4), (3, 4)),
    ("LayerNorm of two dimensions", lambda: nn.LayerNorm((3, 4), eps=0.001), (2, 3, 4)),
    ("LayerNorm without parameters", lambda: nn.LayerNorm([4], elementwise_affine=False), (3, 4)),
    ("Embedding", lambda: nn.Embedding(5, 3), None),
    ("Embedding with padding", lambda: nn.Embedding(5, 3, padding_idx=-2), None),
    ("Embedding of short rows", lambda: nn.Embedding(5, 3, max_norm=0.5, norm_type=1.0), None),
    ("Embedding of means", lambda: nn.Embedding(5, 3, scale_grad_by_freq=True), None),
    ("Dropout of nothing", lambda: nn.Dropout(0.0), (2, 3)),
    ("Dropout of all", lambda: nn.Dropout(1.0), (2, 3)),
    ("Flatten", lambda: nn.Flatten(), IMAGE),
    ("Flatten of two dimensions", lambda: nn.Flatten(0, 1), IMAGE),
    ("MaxPool2d", lambda: nn.MaxPool2d(2), IMAGE),
    ("MaxPool2d with padding", lambda: nn.MaxPool2d((2, 3), stride=2, padding=(0, 1), ceil_mode=True), IMAGE),
    ("MaxPool2d with dilation", lambda: nn.MaxPool2d(2, 1, dilation=2), IMAGE),
    ("AvgPool2d", lambda: nn.AvgPool2d(2), IMAGE),
    ("AvgPool2d with padding", lambda: nn.AvgPool2d(3, stride=2, padding=1, ceil_mode=True, count_include_pad=False), IMAGE),
    ("AvgPool2d by a number", lambda: nn.AvgPool2d((2, 1), divisor_override=3), IMAGE),
    ("AdaptiveAvgPool2d", lambda: nn.AdaptiveAvgPool2d(2), IMAGE),
    ("AdaptiveAvgPool2d to one", lambda: nn.AdaptiveAvgPool2d((1, 1)), IMAGE),
    ("AdaptiveAvgPool2d along one dimension", lambda: nn.AdaptiveAvgPool2d((None, 3)), IMAGE),
    ("Identity", lambda: nn.Identity(), (2, 3)),
    ("ReLU", lambda: nn.ReLU(), (4, 4)),
    ("ReLU6", lambda: nn.ReLU6(), (4, 4)),
    ("LeakyReLU", lambda: nn.LeakyReLU(), (4, 4)),
    ("LeakyReLU with a slope", lambda: nn.LeakyReLU(0.25), (4, 4)),
    ("ELU", lambda: nn.ELU(), (4, 4)),
    ("SELU", lambda: nn.SELU(), (4, 4)),
    ("Sigmoid", lambda: nn.Sigmoid(), (4, 4)),
    ("LogSigmoid", lambda: nn.LogSigmoid(), (4, 4)),
    ("Tanh", lambda: nn.Tanh(), (4, 4)),
    ("GELU", lambda: nn.GELU(), (4, 4)),
    ("GELU by tanh", lambda: nn.GELU(approximate="tanh"), (4, 4)),
    ("SiLU", lambda: nn.SiLU(), (4, 4)),
    ("Mish", lambda: nn.Mish(), (4, 4)),
    ("Softplus", lambda: nn.Softplus(1.0, 20.0), (4, 4)),
    ("Softplus with a threshold", lambda: nn.Softplus(2.0, 1.0), (4, 4)),
    ("Hardtanh", lambda: nn.Hardtanh(), (4, 4)),
    ("Hardtanh with bounds", lambda: nn.Hardtanh(-0.5, 1.5), (4, 4)),
    ("Softmax", lambda: nn.Softmax(1), (3, 4)),
    ("Softmax of a dimension to be guessed", lambda: nn.Softmax(), (3, 4)),
    ("LogSoftmax", lambda: nn.LogSoftmax(dim=0), (3, 4)),
    ("Sequential", lambda: nn.Sequential(
        nn.Conv2d(2, 2, 3, padding=1), nn.BatchNorm2d(2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Sequential(nn.Flatten(), nn.Linear(8, 2)), nn.Dropout(0.0)), IMAGE),
    ("Sequential of names", lambda: nn.Sequential(dict_of(("first", nn.Linear(3, 2)), ("inner", nn.Sequential(dict_of(("second", nn.Tanh())))))), (4, 3)),
    ("Sequential of nothing", lambda: nn.Sequential(), (2, 3)),
]


def dict_of(*pairs):
    from collections import OrderedDict
    return OrderedDict(pairs)


def weight_of(x):
    """What an output is multiplied by, element by element, before it is added up and differentiated."""
    return numbers(x.shape, factor=23, scale=32)


def listed(tensor):
    return tensor.detach().flatten().tolist()


def run_module(name, make, shape):
    module = make().double()
    case = {"name": name, "repr": repr(module), "keys": list(module.state_dict()), "input": shape and list(shape)}
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(numbers(parameter.shape, factor=29, scale=32))
    before = {key: value.clone() for key, value in module.state_dict().items()}
    x = classes((2, 4), 5) if shape is None else numbers(shape).requires_grad_()
    for mode in ("train", "eval"):
        module.train(mode == "train")
        module.zero_grad()
        x.grad = None
        y = module(x)
        recorded = {"shape": list(y.shape), "output": listed(y)}
        if y.requires_grad:
            (y * weight_of(y)).sum().backward()
            if x.grad is not None:
                recorded["gradient"] = listed(x.grad)
            grads = {key: listed(value.grad) for key, value in module.named_parameters()}
            if grads:
                recorded["gradients"] = grads
        if mode == "train":
            case["train"] = recorded
            with torch.no_grad():
                module((x + 2) % 5 if shape is None else x * 0.5 + 0.25)
        elif recorded != case["train"]:
            case["eval"] = recorded
        if mode == "train":
            changed = {key: listed(value) for key, value in module.state_dict().items() if not torch.equal(value, before[key])}
            if changed:
                case["after"] = changed
    return case


REAL = lambda: (numbers((3, 4)), numbers((3, 4), factor=19))
SURE = lambda: (probabilities((3, 4)), probabilities((3, 4), factor=19))
LOGITS = lambda: (numbers((3, 4)), probabilities((3, 4), factor=19))
CLASSES = lambda: (numbers((4, 3)), classes((4,), 3))
MAPS = lambda: (numbers((2, 3, 4)), classes((2, 4), 3))
SHARES = lambda: (numbers((4, 3)), probabilities((4, 3), factor=19))
SHARE_LOGS = lambda: (numbers((4, 3)), numbers((4, 3), factor=19))
THREE = torch.tensor([0.25, 1.5, 2.0], dtype=torch.float64)
FOUR = torch.tensor([0.5, 1.0, 2.0, 0.25], dtype=torch.float64)

LOSSES = [
    ("MSELoss", nn.MSELoss, REAL),
    ("L1Loss", nn.L1Loss, REAL),
    ("SmoothL1Loss", nn.SmoothL1Loss, REAL),
    ("SmoothL1Loss beta", lambda **r: nn.SmoothL1Loss(beta=0.5, **r), REAL),
    ("HuberLoss", nn.HuberLoss, REAL),
    ("HuberLoss delta", lambda **r: nn.HuberLoss(delta=0.5, **r), REAL),
    ("BCELoss", nn.BCELoss, SURE),
    ("BCELoss weight", lambda **r: nn.BCELoss(weight=FOUR, **r), SURE),
    ("BCEWithLogitsLoss", nn.BCEWithLogitsLoss, LOGITS),
    ("BCEWithLogitsLoss weights", lambda **r: nn.BCEWithLogitsLoss(weight=FOUR, pos_weight=FOUR.flip(0), **r), LOGITS),
    ("CrossEntropyLoss", nn.CrossEntropyLoss, CLASSES),
    ("CrossEntropyLoss weight", lambda **r: nn.CrossEntropyLoss(weight=THREE, ignore_index=1, **r), CLASSES),
    ("CrossEntropyLoss smoothing", lambda **r: nn.CrossEntropyLoss(label_smoothing=0.25, **r), CLASSES),
    ("CrossEntropyLoss of maps", nn.CrossEntropyLoss, MAPS),
    ("CrossEntropyLoss of probabilities", nn.CrossEntropyLoss, SHARES),
    ("NLLLoss", nn.NLLLoss, CLASSES),
    ("NLLLoss weight", lambda **r: nn.NLLLoss(weight=THREE, ignore_index=2, **r), CLASSES),
    ("NLLLoss of maps", nn.NLLLoss, MAPS),
    ("KLDivLoss", nn.KLDivLoss, SHARES),
    ("KLDivLoss of logarithms", lambda **r: nn.KLDivLoss(log_target=True, **r), SHARE_LOGS),
]


def run_loss(name, make, sample):
    case = {"name": name, "repr": repr(make()), "keys": list(make().state_dict()), "reductions": {}}
    for reduction in ["mean", "sum", "none"] + (["batchmean"] if name.startswith("KLDiv") else []):
        x, target = sample()
        x.requires_grad_()
        loss = make(reduction=reduction)(x, target)
        (loss * weight_of(loss)).sum().backward()
        case["reductions"][reduction] = {"output": listed(loss), "gradient": listed(x.grad)}
    return case


def clamped(x, target, eps):
    """The loss of the notebook, as it stands there."""
    p = torch.clamp(x, eps, 1 - eps)
    return -(target * torch.log(p) + (1 - target) * torch.log(1 - p))


def run_clamped(dtype, eps):
    x = torch.tensor([0, 1e-9, 1e-3, 0.25, 0.5, 0.9, 1 - 1e-9, 1], dtype=dtype, requires_grad=True)
    cases = {}
    for target in (0.0, 1.0, 0.25):
        x.grad = None
        loss = clamped(x, torch.full((8,), target, dtype=dtype), eps)
        loss.sum().backward()
        # In text: JSON has neither infinity nor nan.
        cases[str(target)] = {"output": [repr(v) for v in listed(loss)], "gradient": [repr(v) for v in listed(x.grad)]}
    return {"dtype": str(dtype)[6:], "epsilon": eps, "targets": cases}


def empty(shape, dtype="float32"):
    return torch.empty(shape, dtype=getattr(torch, dtype))


INITS = [
    ("uniform_", lambda x: nn.init.uniform_(x, -1.5, 2.5)),
    ("normal_", lambda x: nn.init.normal_(x, 1.0, 0.5)),
    ("xavier_uniform_", lambda x: nn.init.xavier_uniform_(x, gain=2.0)),
    ("xavier_normal_", lambda x: nn.init.xavier_normal_(x)),
    ("kaiming_uniform_", lambda x: nn.init.kaiming_uniform_(x, nonlinearity="relu")),
    ("kaiming_uniform_ fan_out", lambda x: nn.init.kaiming_uniform_(x, a=0.5, mode="fan_out")),
    ("kaiming_normal_", lambda x: nn.init.kaiming_normal_(x, mode="fan_out", nonlinearity="tanh")),
    ("trunc_normal_", lambda x: nn.init.trunc_normal_(x, 0.5, 0.25, 0.0, 0.75)),
    ("orthogonal_", lambda x: nn.init.orthogonal_(x, gain=2.0)),
    ("eye_", nn.init.eye_),
    ("constant_", lambda x: nn.init.constant_(x, 0.3)),
]
SHAPES = [("float32", (3, 5)), ("float32", (4, 5)), ("float64", (5, 3)), ("float64", (6, 4))]


def run_init(name, call):
    runs = []
    for dtype, shape in SHAPES:
        torch.manual_seed(5)
        runs.append({"dtype": dtype, "shape": list(shape), "values": listed(call(empty(shape, dtype)))})
    return {"name": name, "runs": runs}


STARTS = [
    ("Linear", lambda: nn.Linear(5, 3)),
    ("Linear, 16 and more", lambda: nn.Linear(7, 4)),
    ("Conv1d", lambda: nn.Conv1d(2, 3, 2)),
    ("Conv2d", lambda: nn.Conv2d(4, 2, (2, 3), groups=2)),
    ("Embedding", lambda: nn.Embedding(5, 3, padding_idx=1)),
    ("Embedding, 16 and more", lambda: nn.Embedding(5, 4)),
    ("BatchNorm1d", lambda: nn.BatchNorm1d(2)),
    ("LayerNorm", lambda: nn.LayerNorm(2)),
    ("Sequential", lambda: nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))),
]


def run_start(name, make):
    torch.manual_seed(9)
    return {"name": name, "state": {key: listed(value) for key, value in make().state_dict().items()}}


GAINS = {
    "Linear": ["linear"], "Convolution": ["conv2d"], "Sigmoid": ["sigmoid"], "Tanh": ["tanh"], "ReLU": ["relu"],
    "LeakyReLU": ["leaky_relu"], "LeakyReLU 0.3": ["leaky_relu", 0.3], "SELU": ["selu"],
}

X = torch.ones
ERRORS = [
    ("Linear shape", lambda: nn.Linear(3, 2)(X(2, 5))),
    ("Conv2d in_channels", lambda: nn.Conv2d(3, 4, 3, groups=2)),
    ("Conv2d out_channels", lambda: nn.Conv2d(4, 3, 3, groups=2)),
    ("Conv2d groups", lambda: nn.Conv2d(4, 4, 3, groups=0)),
    ("Conv2d same with a stride", lambda: nn.Conv2d(2, 2, 3, stride=2, padding="same")),
    ("Conv2d channels", lambda: nn.Conv2d(2, 2, 3)(X(1, 3, 5, 5))),
    ("Conv2d dims", lambda: nn.Conv2d(2, 2, 3)(X(5, 5))),
    ("Conv2d kernel", lambda: nn.Conv2d(2, 2, 7)(X(1, 2, 5, 5))),
    ("BatchNorm1d one value", lambda: nn.BatchNorm1d(3)(X(1, 3))),
    ("BatchNorm1d dims", lambda: nn.BatchNorm1d(3)(X(1, 3, 1, 1))),
    ("BatchNorm1d features", lambda: nn.BatchNorm1d(3)(X(4, 2))),
    ("BatchNorm2d dims", lambda: nn.BatchNorm2d(3)(X(4, 3))),
    ("BatchNorm2d one value", lambda: nn.BatchNorm2d(3)(X(1, 3, 1, 1))),
    ("LayerNorm shape", lambda: nn.LayerNorm(3)(X(2, 4))),
    ("LayerNorm of nothing", lambda: nn.LayerNorm([])(X(2, 4))),
    ("Embedding padding", lambda: nn.Embedding(5, 3, padding_idx=5)),
    ("Embedding padding from the end", lambda: nn.Embedding(5, 3, padding_idx=-6)),
    ("Embedding index", lambda: nn.Embedding(5, 3)(torch.tensor([5]))),
    ("Embedding dtype", lambda: nn.Embedding(5, 3)(X(1))),
    ("Dropout", lambda: nn.Dropout(1.5)),
    ("MaxPool2d window", lambda: nn.MaxPool2d(9)(X(1, 2, 5, 5))),
    ("Sequential index", lambda: nn.Sequential(nn.Linear(1, 1))[3]),
    ("Module dtype", lambda: nn.Linear(2, 2).to(torch.int32)),
    ("BCELoss sizes", lambda: nn.BCELoss()(X(2), X(3))),
    ("BCEWithLogitsLoss sizes", lambda: nn.BCEWithLogitsLoss()(X(2), X(3))),
    ("CrossEntropyLoss batch", lambda: nn.CrossEntropyLoss()(X(3, 2), torch.tensor([0, 1]))),
    ("CrossEntropyLoss class", lambda: nn.CrossEntropyLoss()(X(1, 2), torch.tensor([2]))),
    ("MSELoss alone", lambda: nn.MSELoss()(X(1))),
    ("uniform_ order", lambda: nn.init.uniform_(X(3), 1.0, 0.0)),
    ("uniform_ bound", lambda: nn.init.uniform_(X(3), float("nan"), 1.0)),
    ("uniform_ range", lambda: nn.init.uniform_(X(3), -3e38, 3e38)),
    ("normal_ std", lambda: nn.init.normal_(X(3), 0.0, -1.5)),
    ("eye_", lambda: nn.init.eye_(X(2, 2, 2))),
    ("orthogonal_", lambda: nn.init.orthogonal_(X(2))),
    ("xavier_uniform_", lambda: nn.init.xavier_uniform_(X(2))),
    ("kaiming_normal_", lambda: nn.init.kaiming_normal_(X(2))),
]


def run_error(name, call):
    try:
        call()
    except Exception as error:
        return {"name": name, "type": type(error).__name__, "sentence": str(error)}
    raise AssertionError(f"{name} is not refused")


def main():
    sections = {
        "modules": [run_module(*case) for case in MODULES],
        "losses": [run_loss(*case) for case in LOSSES],
        "clamped": [run_clamped(torch.float64, 1e-8), run_clamped(torch.float32, 1e-8), run_clamped(torch.float32, 1e-3)],
        "inits": [run_init(*case) for case in INITS],
        "starts": [run_start(*case) for case in STARTS],
        "gains": [{"name": name, "gain": nn.init.calculate_gain(*arguments)} for name, arguments in GAINS.items()],
        "errors": [run_error(*case) for case in ERRORS],
    }
    lines = (f'"{name}": [\n' + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]" for name, cases in sections.items())
    print("{\n" + ",\n".join(lines) + "\n}")


main()
