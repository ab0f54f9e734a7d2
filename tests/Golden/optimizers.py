"""Records what PyTorch's optimizers, schedulers and gradient clipping do: python3 optimizers.py > optimizers.training.jsonl

Needs PyTorch alone. The committed recording was made with 1.13. Nothing is drawn at random: the first line holds the problem. The formulas
of 2.10 are the same; its SGD has a default learning rate (0.001), which 1.13 asks for.
"""
import json

import torch

STEPS = [1, 2, 5, 10, 20, 50, 100]

X = [[0.5, -1.2, 0.3], [1.5, 0.4, -0.7], [-0.9, 0.8, 1.1], [0.2, -0.3, -1.4],
     [-1.1, -0.6, 0.9], [0.7, 1.3, 0.1], [1.2, -0.2, 0.6], [-0.4, 0.5, -0.8]]
Y = [[0.4, -0.6], [0.1, 0.7], [-0.3, 0.2], [0.8, -0.1], [-0.7, 0.5], [0.6, 0.3], [-0.2, -0.9], [0.9, 0.05]]
W = [[0.3, -0.5], [0.8, 0.2], [-0.6, 0.1]]
B = [0.1, -0.2]
UNUSED = [1.5, -2.5]

# With settings under which a rounding does not grow: RMSprop with larger steps makes 1e-4 of 1e-16 near the minimum.
OPTIMIZERS = [
    ("SGD", {"lr": 0.1}),
    ("SGD", {"lr": 0.1, "momentum": 0.9}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "dampening": 0.5}),
    ("SGD", {"lr": 0.05, "momentum": 0.9, "nesterov": True, "weight_decay": 0.01}),
    ("SGD", {"lr": 0.1, "weight_decay": 0.1}),
    ("SGD", {"lr": 0.05, "momentum": 0.5, "dampening": 0.1, "weight_decay": 0.1, "maximize": True}),
    ("Adam", {}),
    ("Adam", {"lr": 0.05}),
    ("Adam", {"lr": 0.05, "betas": [0.8, 0.95], "eps": 1e-3}),
    ("Adam", {"lr": 0.05, "weight_decay": 0.1}),
    ("Adam", {"lr": 0.05, "amsgrad": True}),
    ("Adam", {"lr": 0.02, "betas": [0.5, 0.9], "weight_decay": 0.05, "amsgrad": True, "maximize": True}),
    ("AdamW", {}),
    ("AdamW", {"lr": 0.05}),
    ("AdamW", {"lr": 0.02, "weight_decay": 0.2, "betas": [0.7, 0.99]}),
    ("AdamW", {"lr": 0.05, "weight_decay": 0}),
    ("AdamW", {"lr": 0.05, "amsgrad": True}),
    ("AdamW", {"lr": 0.02, "weight_decay": 0.1, "amsgrad": True, "maximize": True}),
    ("RMSprop", {}),
    ("RMSprop", {"lr": 0.001, "alpha": 0.9}),
    ("RMSprop", {"lr": 0.01, "centered": True}),
    ("RMSprop", {"lr": 0.001, "momentum": 0.9}),
    ("RMSprop", {"lr": 0.002, "alpha": 0.9, "eps": 1e-2, "weight_decay": 0.1, "momentum": 0.5, "centered": True}),
    ("RMSprop", {"lr": 0.005, "maximize": True, "weight_decay": 0.05}),
    ("LBFGS", {"max_iter": 2}),
    ("LBFGS", {"lr": 0.2, "max_iter": 4, "history_size": 3}),
    ("LBFGS", {"lr": 0.1}),
    ("LBFGS", {"max_iter": 2, "line_search_fn": "strong_wolfe"}),
    ("LBFGS", {"lr": 0.1, "max_iter": 6, "max_eval": 5, "history_size": 2, "line_search_fn": "strong_wolfe"}),
    ("LBFGS", {"line_search_fn": "strong_wolfe"}),
    ("LBFGS", {"lr": 20, "max_iter": 3, "line_search_fn": "strong_wolfe"}),
]

# Of LBFGS one step is many, and soon there is nothing left to do.
LBFGS_STEPS = [1, 2, 3, 5, 8]

GROUPS = [
    ("SGD", {"lr": 0.1, "momentum": 0.5}, [{}, {"lr": 0.01, "weight_decay": 0.2}]),
    ("Adam", {"lr": 0.1}, [{"betas": [0.5, 0.9]}, {"lr": 0.01, "amsgrad": True}]),
    ("AdamW", {"lr": 0.1}, [{"weight_decay": 0}, {"lr": 0.01}]),
    ("RMSprop", {"lr": 0.01}, [{"centered": True}, {"lr": 0.02, "momentum": 0.5}]),
]

SCHEDULES = [
    [{"name": "StepLR", "step_size": 30}],
    [{"name": "StepLR", "step_size": 7, "gamma": 0.8}],
    [{"name": "MultiStepLR", "milestones": [10, 40, 40, 80], "gamma": 0.5}],
    [{"name": "ExponentialLR", "gamma": 0.97}],
    [{"name": "CosineAnnealingLR", "T_max": 100}],
    [{"name": "CosineAnnealingLR", "T_max": 30, "eta_min": 0.01}],
    [{"name": "CosineAnnealingLR", "T_max": 1}],
    [{"name": "LinearLR"}],
    [{"name": "LinearLR", "start_factor": 0.1, "end_factor": 0.7, "total_iters": 50}],
    [{"name": "LinearLR", "start_factor": 1.0, "end_factor": 0.0, "total_iters": 20}],
    [{"name": "LambdaLR", "lr_lambda": "0.95 ** epoch"}],
    [{"name": "LambdaLR", "lr_lambda": "1 / (1 + epoch)"}],
    [{"name": "LinearLR", "start_factor": 0.01, "total_iters": 10}, {"name": "ExponentialLR", "gamma": 0.99}],
    [{"name": "CosineAnnealingLR", "T_max": 20}, {"name": "StepLR", "step_size": 15, "gamma": 0.5}],
    [{"name": "SequentialLR", "schedulers": [
        {"name": "LinearLR", "start_factor": 0.1, "total_iters": 10}, {"name": "CosineAnnealingLR", "T_max": 90}], "milestones": [10]}],
    [{"name": "SequentialLR", "schedulers": [
        {"name": "LambdaLR", "lr_lambda": "1 / (1 + epoch)"}, {"name": "MultiStepLR", "milestones": [0, 5, 20]},
        {"name": "StepLR", "step_size": 10}, {"name": "ExponentialLR", "gamma": 0.9}], "milestones": [5, 40, 80]}],
    [{"name": "OneCycleLR", "max_lr": 0.4, "total_steps": 101}],
    [{"name": "OneCycleLR", "max_lr": 0.4, "total_steps": 120, "pct_start": 0.4, "anneal_strategy": "linear", "three_phase": True,
      "base_momentum": 0.8, "max_momentum": 0.9, "div_factor": 10.0, "final_div_factor": 100.0}],
    [{"name": "OneCycleLR", "max_lr": 0.4, "total_steps": 101, "pct_start": 0.0, "cycle_momentum": False}],
    [{"name": "ReduceLROnPlateau"}],
    [{"name": "ReduceLROnPlateau", "mode": "max", "factor": 0.5, "patience": 3, "cooldown": 4, "threshold": 0.01, "threshold_mode": "abs",
      "min_lr": 0.002}],
    [{"name": "ReduceLROnPlateau", "mode": "max", "factor": 0.7, "patience": 1, "threshold": 0.1}],
    [{"name": "ReduceLROnPlateau", "factor": 0.3, "patience": 2, "threshold_mode": "abs", "threshold": 0.05, "eps": 1e-3}],
]

# A loss that falls, rises, stands still, and is once no number.
METRICS = [2.0 / (1 + e) if e < 20 else 0.1 + 0.01 * (e % 7) if e < 60 else float("nan") if e == 60 else 0.09 - 0.0001 * e
           for e in range(101)]

CLIPS = [
    ([[0.5, -1.5, 2.0], [3.0, -0.25]], 1.0, 2.0),
    ([[0.5, -1.5, 2.0], [3.0, -0.25]], 100.0, 2.0),
    ([[0.5, -1.5, 2.0], [3.0, -0.25]], 0.7, 1.0),
    ([[0.5, -1.5, 2.0], [3.0, -0.25]], 0.7, float("inf")),
    ([[0.5, -1.5, 2.0], [3.0, -0.25]], 2.0, 3.5),
    ([[0.5, -1.5, 2.0]], 0.0, 2.0),
    ([[0.0, 0.0]], 1.0, 2.0),
]


def problem(dtype):
    w, b, unused = (torch.tensor(v, dtype=dtype, requires_grad=True) for v in (W, B, UNUSED))
    x, y = torch.tensor(X, dtype=dtype), torch.tensor(Y, dtype=dtype)
    return [w, b, unused], lambda: ((torch.tanh(x @ w + b) - y) ** 2).mean()


def trajectory(optimizer, parameters, loss, steps):
    def closure():
        optimizer.zero_grad(set_to_none=True)
        value = loss()
        value.backward()
        return value

    recorded = []
    for step in range(1, steps[-1] + 1):
        optimizer.step(closure)
        if step in steps:
            recorded.append([p.detach().reshape(-1).tolist() for p in parameters])
    return recorded


def made(name, parameters, options):
    return getattr(torch.optim, name)(parameters, **{k: tuple(v) if k == "betas" else v for k, v in options.items()})


def steps_of(name, options, dtype):
    parameters, loss = problem(dtype)
    steps = LBFGS_STEPS if name == "LBFGS" else STEPS
    return {"kind": "steps", "optimizer": name, "options": options, "dtype": str(dtype).split(".")[1], "steps": steps,
            "parameters": trajectory(made(name, parameters, options), parameters, loss, steps)}


def steps_of_groups(name, options, groups):
    parameters, loss = problem(torch.float64)
    tuples = [{"params": [p], **{k: tuple(v) if k == "betas" else v for k, v in group.items()}} for p, group in zip(parameters, groups)]
    return {"kind": "groups", "optimizer": name, "options": options, "groups": groups, "steps": STEPS,
            "parameters": trajectory(made(name, tuples, options), parameters, loss, STEPS)}


def scheduler(optimizer, spec):
    spec = dict(spec)
    name = spec.pop("name")
    if name == "SequentialLR":
        spec["schedulers"] = [scheduler(optimizer, inner) for inner in spec["schedulers"]]
    if "lr_lambda" in spec:
        text = spec["lr_lambda"]
        spec["lr_lambda"] = lambda epoch: eval(text, {"epoch": epoch})
    return getattr(torch.optim.lr_scheduler, name)(optimizer, **spec)


def rates(schedule):
    parameters = [torch.tensor([1.0], requires_grad=True) for _ in range(2)]
    optimizer = torch.optim.SGD([{"params": parameters[:1]}, {"params": parameters[1:], "lr": 0.05}], lr=0.5, momentum=0.6)
    schedulers = [scheduler(optimizer, spec) for spec in schedule]
    first, second, momentum = [], [], []
    for epoch in range(101):
        first.append(optimizer.param_groups[0]["lr"])
        if epoch in STEPS:
            second.append(optimizer.param_groups[1]["lr"])
            momentum.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        if epoch < 100:
            for each in schedulers:
                each.step(*([METRICS[epoch]] if isinstance(each, torch.optim.lr_scheduler.ReduceLROnPlateau) else []))
    return {"kind": "rates", "schedulers": schedule, "first": runs(first), "second": second, "momentum": momentum, "epochs": STEPS}


def runs(values):
    """Equal neighbours once, with their number."""
    packed = []
    for value in values:
        if packed and packed[-1][0] == value:
            packed[-1][1] += 1
        else:
            packed.append([value, 1])
    return packed


def clip(gradients, max_norm, norm_type):
    parameters = []
    for values in gradients:
        p = torch.zeros(len(values), dtype=torch.float64, requires_grad=True)
        p.grad = torch.tensor(values, dtype=torch.float64)
        parameters.append(p)
    total = torch.nn.utils.clip_grad_norm_(parameters, max_norm, norm_type)
    return {"kind": "clip", "gradients": gradients, "max_norm": max_norm, "norm_type": str(norm_type), "total": total.item(),
            "clipped": [p.grad.tolist() for p in parameters]}


def show(line):
    print(json.dumps(line))


show({"kind": "problem", "x": X, "y": Y, "w": W, "b": B, "unused": UNUSED,
      "metrics": [str(m) if m != m else m for m in METRICS]})
for name, options in OPTIMIZERS:
    show(steps_of(name, options, torch.float64))
for name, options in [OPTIMIZERS[3], OPTIMIZERS[7], OPTIMIZERS[10], OPTIMIZERS[13], OPTIMIZERS[22]]:
    show(steps_of(name, options, torch.float32))
for name, options, groups in GROUPS:
    show(steps_of_groups(name, options, groups + [{}]))
for schedule in SCHEDULES:
    show(rates(schedule))
for case in CLIPS:
    show(clip(*case))
