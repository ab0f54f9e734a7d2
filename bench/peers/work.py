"""The work of `bench -- quick` on Python's torch: a line a row, name and median microseconds, parted by a tab.

    python3 bench/peers/work.py [ROUNDS]

The first line is torch's version. One compute thread; each row is timed in batches of about a millisecond.
"""
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 31


def batch(body, count):
    start = time.perf_counter()
    for _ in range(count):
        body()
    return (time.perf_counter() - start) / count * 1e6


def median_of(body):
    until = time.perf_counter() + 0.03
    while time.perf_counter() < until:
        body()
    count = max(1, int(1000 / batch(body, 10)))
    times = sorted(batch(body, count) for _ in range(ROUNDS))
    return times[len(times) // 2]


def row(name, body):
    print(f"{name}\t{median_of(body):.3f}", flush=True)


def operators(suffix, grad):
    x, y = torch.ones(10, requires_grad=grad), torch.ones(10, requires_grad=grad)
    m, n = torch.ones(8, 8, requires_grad=grad), torch.ones(8, 8, requires_grad=grad)
    rows = {
        "x + y": lambda: x + y, "x - y": lambda: x - y, "x * y": lambda: x * y, "x / y": lambda: x / y,
        "pow(x, y)": lambda: x.pow(y), "maximum": lambda: torch.maximum(x, y), "dot": lambda: x.dot(y),
        "neg": lambda: -x, "exp": lambda: x.exp(), "log": lambda: x.log(), "sqrt": lambda: x.sqrt(), "abs": lambda: x.abs(),
        "sin": lambda: x.sin(), "tanh": lambda: x.tanh(), "sigmoid": lambda: x.sigmoid(), "relu": lambda: x.relu(),
        "gelu": lambda: F.gelu(x), "softmax": lambda: x.softmax(0), "log_softmax": lambda: x.log_softmax(0),
        "sum": lambda: x.sum(), "mean": lambda: x.mean(), "cumsum": lambda: x.cumsum(0), "view": lambda: x.view(2, 5),
        "unsqueeze": lambda: x.unsqueeze(0), "narrow": lambda: x.narrow(0, 2, 5), "cat": lambda: torch.cat([x, y]),
        "stack": lambda: torch.stack([x, y]), "t": lambda: m.t(), "mm": lambda: m.mm(n), "sum(dim)": lambda: m.sum(1),
        "x + 2.5": lambda: x + 2.5, "x - 1": lambda: x - 1, "x * 2.5": lambda: x * 2.5, "x / 3": lambda: x / 3,
        "x.pow(2)": lambda: x.pow(2), "x > 0.5": lambda: x > 0.5, "clamp(0, 1)": lambda: x.clamp(0, 1),
        "1 - x": lambda: 1 - x, "2.5 + x": lambda: 2.5 + x, "2.5 * x": lambda: 2.5 * x, "1 / x": lambda: 1 / x,
    }
    for name, body in rows.items():
        row(name + suffix, body)


def backward():
    number = torch.tensor(3.0, requires_grad=True)
    x = torch.ones(10, requires_grad=True)

    def square():
        number.pow(2).backward()
        number.grad.zero_()

    def chain():
        x.tanh().tanh().tanh().tanh().tanh().sum().backward()
        x.grad = None

    row("x.pow(2), backward, zero; one number", square)
    row("tanh five times, sum, backward; 10 floats", chain)
    row("autograd.grad of x.pow(2); one number", lambda: torch.autograd.grad(number.pow(2), number))

    given, label = torch.tensor(6.7), torch.tensor(0.0)
    weight, bias = torch.tensor(1.0, requires_grad=True), torch.tensor(0.0, requires_grad=True)

    def neuron():
        p = torch.sigmoid(weight * given + bias).clamp(1e-8, 1 - 1e-8)
        loss = -(label * p.log() + (1 - label) * (1 - p).log())
        loss.backward()
        weight.grad.zero_()
        bias.grad.zero_()

    row("neuron", neuron)


def life():
    array, number, thousand = [0.0] * 1000, torch.tensor(3.0), torch.ones(1000)
    row("zeros of 10 floats", lambda: torch.zeros(10))
    row("tensor of one number", lambda: torch.tensor(3.0))
    row("tensor from float[1000]", lambda: torch.tensor(array))
    row("item of one number", number.item)
    row("1000 floats to an array", thousand.tolist)
    two, four = torch.ones(2, 3), torch.ones(4, 5)
    x = torch.ones(10)

    def caught(body):
        try:
            body()
        except (RuntimeError, IndexError):
            return
        raise AssertionError("it should have failed")

    row("view(7) of 10 floats", lambda: caught(lambda: x.view(7)))
    row("(2, 3) + (4, 5)", lambda: caught(lambda: two + four))
    row("mm of (2, 3) and (4, 5)", lambda: caught(lambda: two.mm(four)))
    row("sum(2) of two dimensions", lambda: caught(lambda: two.sum(2)))
    row("backward of what records nothing", lambda: caught(lambda: x.sum().backward()))
    row("matmul of (2, 3) and (4, 5)", lambda: caught(lambda: two.matmul(four)))


def training():
    labels = torch.arange(32) % 10

    def mlp():
        return nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10)), torch.randn(32, 64)

    def cnn():
        return nn.Sequential(
            nn.Conv2d(1, 8, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 16, 3), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(400, 10)), torch.randn(32, 1, 28, 28)

    def step(made, optimizer_of):
        model, inputs = made
        optimizer = optimizer_of(model.parameters())

        def body():
            optimizer.zero_grad(set_to_none=True)
            F.cross_entropy(model(inputs), labels).backward()
            optimizer.step()

        return body, optimizer

    sgd = lambda parameters: torch.optim.SGD(parameters, 1e-3)
    for name, made in (("MLP 64-128-10", mlp), ("CNN of 28 x 28", cnn)):
        row(f"{name}, SGD", step(made(), sgd)[0])
        row(f"{name}, Adam", step(made(), torch.optim.Adam)[0])
    optimizers = {
        "SGD": sgd, "SGD with momentum": lambda parameters: torch.optim.SGD(parameters, 1e-3, momentum=0.9),
        "Adam": torch.optim.Adam, "AdamW": torch.optim.AdamW,
    }
    for name, optimizer_of in optimizers.items():
        body, optimizer = step(mlp(), optimizer_of)
        body()
        row(f"{name}: step()", optimizer.step)


if __name__ == "__main__":
    torch.set_num_threads(1)
    print(torch.__version__, flush=True)
    operators("", grad=False)
    operators(", recorded", grad=True)
    backward()
    life()
    training()
