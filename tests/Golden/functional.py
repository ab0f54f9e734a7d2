"""Records what torch.autograd.functional does: python3 functional.py > functional.sample.jsonl

Needs PyTorch alone. The committed recording was made with 1.13; the functions recorded and their sentences are the same in 2.10.
"""
import json
import re

import torch
import torch.nn.functional as F

# What the calls are written in; a recorded case has those that its call uses.
VARIABLES = {
    "t": "lambda data: torch.tensor(data, dtype=torch.float64)",
    "n": "t(0.7)",
    "e": "t([1.3])",
    "x": "t([0.3, -0.8, 1.1])",
    "y": "t([-0.4, 0.9, 0.6])",
    "u": "t([0.5, -1.5, 0.25])",
    "w": "t([-1.0, 0.75, 2.0])",
    "m": "t([[1.2, 0.3], [-0.4, 0.9]])",
    "r": "t([[0.2, -0.7, 1.4], [0.5, 0.8, -1.1]])",
    "k": "t([[0.5, -1.0], [0.75, 2.0]])",
    "one": "t([1.0])",
    "none": "t([])",
}

# A function, where it is differentiated, and a vector of the input's shape.
TO_ONE = [
    ("lambda x: x.pow(4)", "n", "t(1.5)"),
    ("lambda x: x.exp()", "e", "t([2.0])"),
    ("lambda x: x.pow(3).sum()", "m", "k"),
    ("lambda x: x.sin().prod()", "x", "u"),
    ("lambda x: x.exp().mean()", "x", "u"),
    ("lambda x: x.norm()", "x", "u"),
    ("lambda x: x.logsumexp(0)", "x", "u"),
    ("lambda x: x.softmax(0)[1]", "x", "u"),
    ("lambda x: x.tanh().sum().exp()", "x", "u"),
    ("lambda x: x.mm(x).mm(x).sum()", "m", "k"),
    ("lambda x: torch.det(x)", "m", "k"),
    ("lambda x: torch.logdet(x)", "m", "k"),
    ("lambda x: x.inverse().pow(2).sum()", "m", "k"),
    ("lambda x: x.var()", "x", "u"),
    ("lambda x: x.cumsum(0).pow(3).sum()", "x", "u"),
    ("lambda x: x.sigmoid().log().sum()", "x", "u"),
    ("lambda x: x[0]*x[1]*x[2]", "x", "u"),
    ("lambda x: torch.where(x>0, x**2, x**3).sum()", "x", "u"),
    ("lambda x: x.clamp(-0.5, 0.5).pow(2).sum()", "x", "u"),
    ("lambda x: F.gelu(x).sum()", "x", "u"),
    ("lambda x: F.softplus(x).pow(2).sum()", "x", "u"),
    ("lambda x: F.layer_norm(x, (3,)).pow(3).sum()", "x", "u"),
    ("lambda x: (x/(1+x*x)).sum()", "x", "u"),
    ("lambda x: x.sum()", "x", "u"),
    ("lambda x: (x*x.detach()).sum()", "x", "u"),
    ("lambda x: t(2.0)", "x", "u"),
    ("lambda x: x.pow(2).sum().reshape(1, 1)", "x", "u"),
]

# A function of one tensor, where, a vector of the input's shape and one of the output's.
TO_MANY = [
    ("lambda x: x.exp().sum(1)", "r", "r*2", "t([1.0, -2.0])"),
    ("lambda x: x.cumprod(0)", "x", "u", "w"),
    ("lambda x: x.softmax(0)", "x", "u", "w"),
    ("lambda x: x.outer(x)", "x[:2]", "u[:2]", "k"),
    ("lambda x: x[1:]*x[:-1]", "x", "u", "w[:2]"),
    ("lambda x: x.unsqueeze(0)*2", "x", "u", "w.unsqueeze(0)"),
    ("lambda x: x.inverse()", "m", "k", "k"),
    ("lambda x: x.repeat(2)", "x[:2]", "u[:2]", "t([1.0, 2.0, 3.0, 4.0])"),
    ("lambda x: torch.stack([x.sum(), x.prod()])", "x", "u", "w[:2]"),
    ("lambda x: x.t()", "r", "r*3", "t([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])"),
    ("lambda x: t([1.0, 1.0])", "x", "u", "w[:2]"),
    ("lambda x: x.sum()", "none", "none", "t(3.0)"),
    ("lambda x: x.t()", "r.t()", "r.t()", "r"),
    ("lambda x: (x**2, x.sum())", "x", "u", "(w, t(0.5))"),
    ("lambda x: (x.sin(), t([1.0, 1.0]), x[0])", "x", "u", "(w, w[:2], t(2.0))"),
]

# The same of several tensors.
OF_MANY = [
    ("lambda x, y: 2*x.exp()+3*y", "(x, y)", "(u, w)", "u"),
    ("lambda x, y: torch.atan2(x, y)", "(x, y)", "(u, w)", "w"),
    ("lambda x, y: x*y.sum()", "(x, y)", "(u, w)", "w"),
    ("lambda x, y: x@y", "(m, k)", "(k, m)", "k"),
    ("lambda x, y: x*2", "(x, y)", "(u, w)", "w"),
    ("lambda x: (x*x,)", "(x,)", "(u,)", "(w,)"),
    ("lambda x, y: (x*y, x.sin().sum(), y.exp())", "(x, y)", "(u, w)", "(w, t(0.5), u)"),
]

MANY_TO_ONE = [
    ("lambda x, y: (2*x.pow(2)+3*y.pow(3)).sum()", "(x, y)", "(u, w)"),
    ("lambda x, y: (x*y).sin().sum()", "(x, y)", "(u, w)"),
    ("lambda x, y: x.dot(y).exp()", "(x, y)", "(u, w)"),
    ("lambda x, y: (x@y).pow(2).sum()", "(m, k)", "(k, m)"),
    ("lambda x, y: x.pow(2).sum()", "(x, y)", "(u, w)"),
    ("lambda a, x, y: (a*x.sin()*y).prod()", "(n, x, y)", "(t(2.0), u, w)"),
]

# What is refused and what is let pass: a call, as it stands.
CALLS = [
    # v
    "vjp(lambda x: x*2, x)",
    "vjp(lambda x: (x.sum(), x.sum()), x)",
    "vjp(lambda x: x.sum(), x)",
    "vjp(lambda x: x*2, x, u[:2])",
    "vjp(lambda x: (x*2, x.sum()), x, u)",
    "vjp(lambda x: (x*2, x.sum()), x, (u, u))",
    "vjp(lambda x: (x*2, x.sum()), x, (u, t(1.0), w))",
    "jvp(lambda x: x*2, x)",
    "jvp(lambda x: x*2, n)",
    "jvp(lambda x, y: x*y, (n, n))",
    "jvp(lambda x: x*2, x, u[:2])",
    "jvp(lambda x, y: x*y, (x, y), (u, u[:2]))",
    "jvp(lambda x, y: x*y, (x, y), u)",
    "vhp(lambda x: x.pow(3).sum(), x)",
    "vhp(lambda x: x.pow(3), n)",
    "vhp(lambda x: x.pow(3).sum(), x, u[:2])",
    "hvp(lambda x: x.pow(3).sum(), x)",
    "hvp(lambda x: x.pow(3), n)",
    "hvp(lambda x, y: (x*y).sum(), (x, y), (u, u[:2]))",
    # what the function returns
    "vhp(lambda x: x.pow(3), x, u)",
    "hvp(lambda x: x.pow(3), x, u)",
    "hessian(lambda x: x.pow(3), x)",
    "vjp(lambda x: None, x)",
    "jvp(lambda x: (x, None), x, u)",
    "jacobian(lambda x: x[:0], x)",
    "jacobian(lambda x: x*2, none)",
    "hessian(lambda x: x.pow(2).sum(), none)",
    "jacobian(lambda x: x.float()*2, x)",
    "jacobian(lambda x: x.double()*2, torch.ones(2, dtype=torch.float32))",
    # what can't be differentiated
    "vjp(lambda x: x*2, torch.ones(3, dtype=torch.int64), u)",
    "jvp(lambda x: (x*2).long(), x, u)",
    # strict
    "vjp(lambda x: t([1.0, 1.0, 1.0]), x, u, strict=True)",
    "vjp(lambda x, y: x*2, (x, y), u, strict=True)",
    "vjp(lambda x: x*2, x, u, strict=True)",
    "vjp(lambda x: x*2, x, u, create_graph=True, strict=True)",
    "vjp(lambda x: x.exp(), x, u, create_graph=True, strict=True)",
    "vjp(lambda x: (x*2, one), x, (u, one), strict=True)",
    "jvp(lambda x: t([1.0, 1.0, 1.0]), x, u, strict=True)",
    "jvp(lambda x, y: x*2, (x, y), (u, w), strict=True)",
    "jvp(lambda x: x*2, x, u, strict=True)",
    "jvp(lambda x: x*2, x, u, create_graph=True, strict=True)",
    "jvp(lambda x: x.exp(), x, u, create_graph=True, strict=True)",
    "jacobian(lambda x: t([1.0, 1.0, 1.0]), x, strict=True)",
    "jacobian(lambda x, y: x*2, (x, y), strict=True)",
    "jacobian(lambda x, y: (x*2, y*y), (x, y), strict=True)",
    "jacobian(lambda x: x*2, x, create_graph=True, strict=True)",
    "jacobian(lambda x: (x.exp(), x*2), x, create_graph=True, strict=True)",
    "jacobian(lambda x: x.exp(), x, create_graph=True, strict=True)",
    "hessian(lambda x: t(2.0), x, strict=True)",
    "hessian(lambda x: x.sum(), x, strict=True)",
    "hessian(lambda x, y: x.pow(2).sum(), (x, y), strict=True)",
    "hessian(lambda x, y: x.pow(2).sum()+y.pow(2).sum(), (x, y), strict=True)",
    "hessian(lambda x: x.pow(2).sum(), x, strict=True)",
    "hessian(lambda x: x.pow(2).sum(), x, create_graph=True, strict=True)",
    "hessian(lambda x: x.pow(3).sum(), x, create_graph=True, strict=True)",
    "vhp(lambda x: t(2.0), x, u, strict=True)",
    "vhp(lambda x: x.sum(), x, u, strict=True)",
    "vhp(lambda x, y: x.pow(2).sum(), (x, y), (u, w), strict=True)",
    "vhp(lambda x: x.pow(2).sum(), x, u, create_graph=True, strict=True)",
    "vhp(lambda x: x.pow(3).sum(), x, u, create_graph=True, strict=True)",
    "hvp(lambda x: x.sum(), x, u, strict=True)",
    "hvp(lambda x: x.pow(2).sum(), x, u, strict=True)",
    "hvp(lambda x: x.pow(3).sum(), x, u, create_graph=True, strict=True)",
    "hvp(lambda x: (x*x.detach()).sum(), x, u, strict=True)",
    # higher orders by nesting
    "jacobian(lambda x: jacobian(lambda x: x.pow(3), x, create_graph=True), x)",
    "jacobian(lambda x: hessian(lambda x: x.sin().prod(), x, create_graph=True), x)",
    "hessian(lambda x: vhp(lambda x: x.sin().prod(), x, u, create_graph=True)[1].sum(), x)",
    "jvp(lambda x: hvp(lambda x: x.exp().prod(), x, u, create_graph=True)[1], x, w)",
    "vjp(lambda x: jvp(lambda x: x.softmax(0), x, u, create_graph=True)[1], x, w)",
    "jacobian(lambda x: hessian(lambda x: hessian(lambda x: x.pow(6), x, create_graph=True), x, create_graph=True), n)",
    "jacobian(lambda v: vjp(lambda x: x.exp(), x, v, create_graph=True)[1], u)",
    "jacobian(lambda v: jvp(lambda x: x.exp(), x, v, create_graph=True)[1], u)",
    # createGraph beside inputs that require grad and such that don't
    "vjp(lambda x: x.exp(), x.clone().requires_grad_(), u, create_graph=True)",
    "jacobian(lambda x: x*2, x.clone().requires_grad_(), create_graph=True)",
    "jacobian(lambda x: x*2, x.clone().requires_grad_())",
    "jacobian(lambda x: t([1.0, 1.0]), x, create_graph=True)",
]


def bound(code):
    """The names of the transforms in full."""
    for name in ["jacobian", "hessian", "vjp", "jvp", "vhp", "hvp"]:
        code = code.replace(f"{name}(", f"torch.autograd.functional.{name}(")
    return code


def calls():
    for create_graph in ["", ", create_graph=True"]:
        for f, x, v in TO_ONE:
            yield f"vjp({f}, {x}{create_graph})"
            yield f"jvp({f}, {x}, {v}{create_graph})"
            yield f"jacobian({f}, {x}{create_graph})"
            yield f"hessian({f}, {x}{create_graph})"
            yield f"vhp({f}, {x}, {v}{create_graph})"
            yield f"hvp({f}, {x}, {v}{create_graph})"
        for f, x, v, w in TO_MANY + OF_MANY:
            yield f"vjp({f}, {x}, {w}{create_graph})"
            yield f"jvp({f}, {x}, {v}{create_graph})"
            yield f"jacobian({f}, {x}{create_graph})"
        for f, x, v in MANY_TO_ONE:
            yield f"vjp({f}, {x}{create_graph})"
            yield f"hessian({f}, {x}{create_graph})"
            yield f"vhp({f}, {x}, {v}{create_graph})"
            yield f"hvp({f}, {x}, {v}{create_graph})"
    yield from CALLS


def described(value):
    if isinstance(value, tuple):
        return {"tuple": [described(item) for item in value]}
    return {"tensor": {
        "dtype": str(value.dtype).removeprefix("torch."),
        "shape": list(value.shape),
        "data": [number if abs(number) != float("inf") and number == number else str(number) for number in value.flatten().tolist()],
        "requires_grad": value.requires_grad,
    }}


def setup(call):
    """The variables that the call uses, and those that these use."""
    used = {name for name in VARIABLES if re.search(rf"\b{name}\b", re.sub(r"lambda [^:]*:", "", call))}
    if used:
        used.add("t")
    return "; ".join(f"{name} = {value}" for name, value in VARIABLES.items() if name in used)


def recorded(number, call):
    call = bound(call)
    case = {"id": f"functional#{number}", "setup": setup(call), "call": call}
    scope = {"torch": torch, "F": F}
    exec(case["setup"], scope)
    try:
        return case | {"result": described(eval(call, scope)), "type": None, "message": None}
    except (RuntimeError, TypeError) as refusal:
        return case | {"result": None, "type": type(refusal).__name__, "message": str(refusal)}


def main():
    for number, call in enumerate(calls()):
        print(json.dumps(recorded(number, call)))


if __name__ == "__main__":
    main()
