using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance.Tests.Python;

/// <summary>What the evaluator makes of Python, on one engine; that the engines agree with PyTorch is the recordings' business.</summary>
[TestClass]
public sealed class PythonEvaluatorTests
{
    private readonly PythonEvaluator<Reference.Tensor> _python = new();

    public PythonEvaluatorTests()
    {
        _python["x"] = Reference.Torch.Tensor([1.0, 2.0, 3.0], requiresGrad: true);
        _python["sum_of"] = (PythonFunction)(arguments => (Scalar)arguments.Positional.Sum(number => ((Scalar)number!).ToInt64()));
        _python["m"] = Reference.Torch.Tensor(new[,] { { 1.0, 2.0, 3.0 }, { 4.0, 5.0, 6.0 } });
    }

    [TestMethod]
    [DataRow("1/2", "0.5")]
    [DataRow("4/2", "2.0")]
    [DataRow("-7//2", "-4")]
    [DataRow("-7%3", "2")]
    [DataRow("-7.5%2", "0.5")]
    [DataRow("2**10", "1024")]
    [DataRow("2**-1", "0.5")]
    [DataRow("1-1e-8", "0.99999999")]
    [DataRow("-3", "-3")]
    [DataRow("-0.0", "-0.0")]
    [DataRow("1==1.0", "True")]
    [DataRow("2<1", "False")]
    [DataRow("(1,2)[-1]", "2")]
    [DataRow("1 if 0 else 2", "2")]
    [DataRow("x.sum().item()", "6.0")]
    [DataRow("x.requires_grad", "True")]
    [DataRow("m.shape[0]", "2")]
    [DataRow("m.dim()", "2")]
    [DataRow("m.numel()", "6")]
    [DataRow("not m.numel()", "False")]
    [DataRow("x.grad is None", "True")]
    [DataRow("x is not None", "True")]
    [DataRow("len(m.shape)", "2")]
    [DataRow("len('abc')+len([1,2])", "5")]
    [DataRow("int(x.sum())", "6")]
    [DataRow("float(m.sum())", "21.0")]
    [DataRow("float('nan')", "nan")]
    [DataRow("int(2.7)", "2")]
    [DataRow("{'a':1,'b':2}['b']", "2")]
    [DataRow("(lambda a,b:a-b)(3,1)", "2")]
    [DataRow("m.tolist()[1][2]", "6.0")]
    [DataRow("torch.is_grad_enabled()", "True")]
    [DataRow("bool(m[0,0])", "True")]
    [DataRow("(x*1)._version", "0")]
    [DataRow("x.is_inference()", "False")]
    [DataRow("x==None", "False")]
    [DataRow("(lambda a,b=5,*c,**d: sum_of(a,b,*c)+len(d))(1)", "6")]
    [DataRow("(lambda a,b=5,*c,**d: sum_of(a,b,*c)+len(d))(1,2,3,e=1)", "7")]
    [DataRow("(lambda a,b=5,*c,**d: sum_of(a,b,*c)+len(d))(b=1,a=1)", "2")]
    [DataRow("(lambda a,**d: d['b'])(1,**{'b':3})", "3")]
    [DataRow("isinstance((1,2),tuple)", "True")]
    [DataRow("'a'=='a'", "True")]
    [DataRow("'a'!='b'", "True")]
    [DataRow("'a'=='b'", "False")]
    [DataRow("isinstance(x.tolist(),tuple)", "False")]
    [DataRow("sum_of(*[1,2],3)", "6")]
    [DataRow("sum_of(*[i*2 for i in range(4) if i])", "12")]
    public void Numbers_are_Pythons(string expression, string expected)
        => Assert.AreEqual(expected, _python.Evaluate(expression)?.ToString());

    [TestMethod]
    [DataRow("2*x-1", "tensor([1., 3., 5.], grad_fn=<SubBackward0>)")]
    [DataRow("1-x", "tensor([ 0., -1., -2.], grad_fn=<RsubBackward1>)")]
    [DataRow("2**x", "tensor([2., 4., 8.], grad_fn=<PowBackward2>)")]
    [DataRow("torch.pow(2,x)", "tensor([2., 4., 8.], grad_fn=<PowBackward2>)")]
    [DataRow("2>x", "tensor([ True, False, False])")]
    [DataRow("m@x", "tensor([14., 32.], grad_fn=<MvBackward0>)")]
    [DataRow("m.sum(0)", "tensor([5., 7., 9.])")]
    [DataRow("m.sum((0,1))", "tensor(21.)")]
    [DataRow("m.sum(dim=1,keepdim=True)", "tensor([[ 6.],\n        [15.]])")]
    [DataRow("torch.sum(m,1)", "tensor([ 6., 15.])")]
    [DataRow("m.view(3,-1)[0]", "tensor([1., 2.])")]
    [DataRow("m.view((3,2))[0]", "tensor([1., 2.])")]
    [DataRow("m.permute(1,0).shape[0]*m[0]", "tensor([3., 6., 9.])")]
    [DataRow("m[:,::2]", "tensor([[1., 3.],\n        [4., 6.]])")]
    [DataRow("m[...,-1]", "tensor([3., 6.])")]
    [DataRow("m[0,None]", "tensor([[1., 2., 3.]])")]
    [DataRow("x.clamp(min=2)", "tensor([2., 2., 3.], grad_fn=<ClampBackward1>)")]
    [DataRow("torch.clamp(x,max=2)", "tensor([1., 2., 2.], grad_fn=<ClampBackward1>)")]
    [DataRow("torch.where(x>1,x,-x)", "tensor([-1.,  2.,  3.], grad_fn=<WhereBackward0>)",
        DisplayName = "torch.where starts with the condition")]
    [DataRow("x.where(x>1,-x)", "tensor([-1.,  2.,  3.], grad_fn=<WhereBackward0>)", DisplayName = "x.where starts with x")]
    [DataRow("F.relu(-x)", "tensor([0., 0., 0.], grad_fn=<ReluBackward0>)")]
    [DataRow("abs(-x)", "tensor([1., 2., 3.], grad_fn=<AbsBackward0>)")]
    [DataRow("x.double()", "tensor([1., 2., 3.], dtype=torch.float64, grad_fn=<ToCopyBackward0>)")]
    [DataRow("x.to(torch.long)", "tensor([1, 2, 3])")]
    [DataRow("m.t()[1]", "tensor([2., 5.])")]
    [DataRow("torch.tensor([[1,2],[3,4.]])", "tensor([[1., 2.],\n        [3., 4.]])")]
    [DataRow("torch.tensor([True,False])", "tensor([ True, False])")]
    [DataRow("torch.tensor([1,2],dtype=torch.int32)", "tensor([1, 2], dtype=torch.int32)")]
    [DataRow("torch.tensor([[],[]])", "tensor([], size=(2, 0))")]
    [DataRow("torch.tensor(2.,requires_grad=True)", "tensor(2., requires_grad=True)")]
    [DataRow("torch.zeros(1,2,dtype=torch.int64)", "tensor([[0, 0]])")]
    [DataRow("torch.ones((2,))", "tensor([1., 1.])")]
    [DataRow("torch.arange(3)", "tensor([0, 1, 2])")]
    [DataRow("torch.special.exp2(m[0])", "tensor([2., 4., 8.])", DisplayName = "a module that gathers functions")]
    [DataRow("torch.special.expit(m[0]*0)", "tensor([0.5000, 0.5000, 0.5000])", DisplayName = "an alias")]
    [DataRow("torch._C._nn.linear(m[0],m)", "tensor([14., 32.])")]
    [DataRow("torch.ops.aten.neg.default(m[0])", "tensor([-1., -2., -3.])")]
    [DataRow("torch.Tensor.neg(m[0])", "tensor([-1., -2., -3.])")]
    [DataRow("torch.Tensor.__rsub__(m[0],1)", "tensor([ 0., -1., -2.])")]
    [DataRow("torch.Tensor.__sub__(m[0],1)", "tensor([0., 1., 2.])")]
    [DataRow("torch.Tensor.__rdiv__(m[0],6)", "tensor([6., 3., 2.])")]
    [DataRow("torch.Tensor.__getitem__(m,[slice(0,2),1])", "tensor([2., 5.])", DisplayName = "a list that holds more than numbers")]
    [DataRow("torch.sum(m,None)", "tensor(21.)", DisplayName = "None is as good as no argument")]
    public void Operators_are_found_in_the_library(string expression, string expected)
        => Assert.AreEqual(expected, _python.Evaluate(expression)?.ToString());

    [TestMethod]
    [DataRow("x.frobnicate()", "frobnicate")]
    [DataRow("torch.frobnicate(x)", "frobnicate")]
    [DataRow("F.frobnicate(x)", "frobnicate")]
    [DataRow("torch.linalg.frobnicate(x)", "linalg.frobnicate")]
    [DataRow("torch.masked.exp(x)", "masked.exp", DisplayName = "torch.exp is another function")]
    [DataRow("torch.Tensor.frobnicate(x)", "frobnicate")]
    [DataRow("x.frobnicated", "frobnicated")]
    [DataRow("torch.rsub(x,\"a\")", "rsub(tensor, str)", DisplayName = "an operator without a form for such arguments")]
    [DataRow("x.sum(\"all\")", "sum(tensor, str)")]
    [DataRow("(1,2)[2]", "an index that a Python list does not have")]
    [DataRow("torch.cuda.frobnicate()", "cuda.frobnicate")]
    [DataRow("2**63", "integers of more than 64 bits")]
    [DataRow("x<None", "< between tensor and None")]
    [DataRow("hasattr(x,\"y\")", "hasattr")]
    [DataRow("x@2", "@ between tensor and int")]
    [DataRow("x+\"a\"", "+ between tensor and str")]
    [DataRow("x.grad.zero_()", "zero_ of a None")]
    [DataRow("torch.nn.Frobnicator(2)", "nn.Frobnicator", DisplayName = "a class")]
    [DataRow("torch.ones(2,device=\"meta\")", "device meta")]
    public void Missing_operator_is_named(string expression, string name)
        => Assert.AreEqual(name, Assert.Throws<PythonUnsupportedException>(() => _python.Evaluate(expression)).Name);

    [TestMethod]
    [DataRow("torch.sin(1.0)", "TypeError", "C# does not compile this: sin(float)")]
    [DataRow("x.foo", "AttributeError", "C# does not compile this: foo")]
    [DataRow("x.grad=1.0", "TypeError", "C# does not compile this: grad = float")]
    [DataRow("torch.optim.SGD([1.0])", "TypeError", "C# does not compile this: SGD(list of other than tensors)")]
    [DataRow("torch.sin(1.0)", null, "not supported: sin(float)", DisplayName = "PyTorch allows it: the library lacks it")]
    [DataRow("torch.frobnicate(x)", "TypeError", "not supported: frobnicate", DisplayName = "not there at all")]
    [DataRow("torch.tensor([[1.],[1.,2.]])", "ValueError", "C# does not compile this: tensor of lists of several lengths")]
    [DataRow("x.div(2,rounding_mode='up')", "RuntimeError", "C# does not compile this: RoundingMode.up")]
    public void What_is_refused_before_it_runs_is_told_from_what_is_missing(string code, string? raised, string reason)
        => Assert.AreEqual(reason, Assert.Throws<CannotAnswerException>(
            () => PythonMismatchException.Run(() => $"{_python.Execute(code)}", raised)).Message);

    [TestMethod]
    [DataRow("y")]
    [DataRow("1/0")]
    [DataRow("'a'+1")]
    [DataRow("(lambda a: a)()")]
    [DataRow("(lambda a: a)(1,2)")]
    [DataRow("(lambda a: a)(1,b=2)")]
    public void Meaningless_code_is_refused(string expression)
        => Assert.ThrowsExactly<PythonEvaluationException>(() => _python.Evaluate(expression));

    [TestMethod]
    public void Exceptions_of_the_engine_come_through()
        => Assert.ThrowsExactly<TorchIndexException>(() => _python.Evaluate("x[3]"));

    [TestMethod]
    [DataRow("y=x*1; y[0]=5.; out=y", "tensor([5., 2., 3.], grad_fn=<CopySlices>)")]
    [DataRow("y=x*1; z=y; y+=1; out=z", "tensor([2., 3., 4.], grad_fn=<AddBackward0>)", DisplayName = "in place, so z sees it")]
    [DataRow("y=x*1; z=y; y=y+1; out=z", "tensor([1., 2., 3.], grad_fn=<MulBackward0>)", DisplayName = "a new tensor, so z does not")]
    [DataRow("y,z = x[0],x[1]\nout=z", "tensor(2., grad_fn=<SelectBackward0>)")]
    [DataRow("y=x\nfor i in range(2):\n  y=y*2\nout=y", "tensor([ 4.,  8., 12.], grad_fn=<MulBackward0>)")]
    [DataRow("y=m\nfor i,j in [(0,1),(1,0)]: y=y*i+j\nout=y", "tensor([[1., 1., 1.],\n        [1., 1., 1.]])")]
    [DataRow("def f(a,b=2):\n  if a>1:\n    return a,b\n  elif a==1: return b\n  else:\n    c=0\n  return\nout=(f(2,b=3),f(1),f(0))",
        "((2, 3), 2, None)")]
    [DataRow("def f(a):\n  for i in range(9):\n    with torch.no_grad():\n      if i>a: return i\nout=f(3)", "4",
        DisplayName = "a return ends the loop that it stands in")]
    [DataRow("def f(a): return a\na=1; f(2); out=a", "1")]
    [DataRow("l=[]\nfor i in range(3): l.append('%d:%.1f'%(i,i/2))\nout=','.join(l)", "0:0.0,1:0.5,2:1.0")]
    [DataRow("y=5; out='%s %s'%(x.requires_grad,x.dtype)+repr('y')", "True torch.float32'y'")]
    [DataRow("with torch.no_grad(), torch.enable_grad():\n  y=x*2\nout=y", "tensor([2., 4., 6.], grad_fn=<MulBackward0>)")]
    [DataRow("with torch.set_grad_enabled(False): y=x*2\nout=y", "tensor([2., 4., 6.])")]
    [DataRow("out=str(torch.Device('cuda',1).index)", "1", DisplayName = "a class of the library is found by its name")]
    [DataRow("with torch.inference_mode(): y=x*2\nout=(y.is_inference(),y.requires_grad)", "(True, False)")]
    [DataRow("with torch.inference_mode(False): y=x*2\nout=y.requires_grad", "True")]
    [DataRow("g,=torch.autograd.grad(x.sum(),x); out=g", "tensor([1., 1., 1.])")]
    [DataRow("out=torch.autograd.grad([(x*x).sum()],x,grad_outputs=torch.tensor(2.))", "(tensor([ 4.,  8., 12.]),)")]
    [DataRow("out=torch.autograd.grad(x.sum(),[x,x.detach().requires_grad_()],allow_unused=True)", "(tensor([1., 1., 1.]), None)")]
    [DataRow("y=x*2; torch.autograd.backward(y.sum(),inputs=x); out=x.grad", "tensor([2., 2., 2.])")]
    [DataRow("y=m.detach(); y.requires_grad=True; out=y.sum()", "tensor(21., grad_fn=<SumBackward0>)")]
    [DataRow("x.sum().backward(); o=torch.optim.SGD([x],0.5); o.step(); out=x.tolist()", "[0.5, 1.5, 2.5]")]
    [DataRow("o=torch.optim.SGD([{'params':[x],'lr':0.5},{'params':m.clone()}],lr=2,momentum=.5)\n"
        + "out=[(g['lr'],g['momentum'],len(g['params'])) for g in o.param_groups]", "[(0.5, 0.5, 1), (2.0, 0.5, 1)]")]
    [DataRow("o=torch.optim.SGD([x]); o.param_groups[0]['lr']=3; out=o.param_groups[0]['lr']", "3.0")]
    [DataRow("x.sum().backward(); g=x.grad; torch.optim.SGD([x]).zero_grad(set_to_none=False); out=(g,x.grad)",
        "(tensor([0., 0., 0.]), tensor([0., 0., 0.]))")]
    [DataRow("l=nn.Linear(3,1,bias=False); l.load_state_dict({'weight':torch.ones(1,3)}); out=(l(m),l.bias)",
        "(tensor([[ 6.],\n        [15.]], grad_fn=<MmBackward0>), None)")]
    [DataRow("out=','.join(nn.Linear(2,1).state_dict())", "weight,bias")]
    [DataRow("p=nn.Parameter(x*2); out=(p.is_leaf,p.requires_grad)", "(True, True)")]
    [DataRow("out=nn.MSELoss(reduction='sum')(m,m+1)", "tensor(6.)")]
    [DataRow("out=nn.ELU(2.0)(torch.tensor([0.,1.]))", "tensor([0., 1.])")]
    [DataRow("out=m.T.shape", "torch.Size([3, 2])")]
    [DataRow("n=2; n*=3; out=x*n", "tensor([ 6., 12., 18.], grad_fn=<MulBackward0>)")]
    [DataRow("(x*x).sum().backward(); out=x.grad", "tensor([2., 4., 6.])")]
    [DataRow("x.sum().backward(); x.grad=None; x.sum().backward(); out=x.grad", "tensor([1., 1., 1.])")]
    [DataRow("with torch.no_grad():\n  y=x*2\nout=y", "tensor([2., 4., 6.])")]
    [DataRow("with torch.no_grad():\n  with torch.enable_grad():\n    y=x*2\n  z=y*2\nout=y+z",
        "tensor([ 6., 12., 18.], grad_fn=<AddBackward0>)")]
    public void Statements_do_what_Python_does(string statements, string expected)
    {
        _python.Execute(statements);
        Assert.AreEqual(expected, PythonText.Str(_python["out"]));
    }

    [TestMethod]
    public void Grad_mode_ends_with_its_block_even_by_an_exception()
    {
        Assert.ThrowsExactly<TorchIndexException>(() => _python.Execute("with torch.no_grad():\n  x[3]"));
        Assert.IsTrue(Reference.Tensor.GradEnabled);
    }

    [TestMethod]
    [DataRow("int(1.5)", false)]
    [DataRow("'a'+'b'", false)]
    [DataRow("torch.ones(2)", true)]
    [DataRow("x.sum()", true)]
    public void Code_that_does_without_the_library_is_told_from_other(string expression, bool uses)
    {
        _python.Evaluate(expression);
        Assert.AreEqual(uses, _python.UsesLibrary);
    }

    [TestMethod]
    public void Function_of_a_module_that_is_not_the_librarys_is_named()
        => Assert.AreEqual("random.randint", Assert.ThrowsExactly<PythonUnsupportedException>(
            () => _python.Execute("import random\nrandom.randint(1,2)")).Name);

    [TestMethod]
    public void Warnings_become_exceptions_until_the_case_ends()
    {
        var outcome = CaseOutcome.Of(
            () => $"{_python.Execute("import warnings\nwarnings.simplefilter('error')\nF.mse_loss(torch.ones(2,1),torch.ones(2))")}");
        Assert.AreEqual("UserWarning", outcome.Type, outcome.ToString());
        Assert.IsFalse(Warnings.AsErrors);
    }

    [TestMethod]
    public void Mode_that_no_block_ends_is_not_played()
        => Assert.ThrowsExactly<PythonUnsupportedException>(() => _python.Execute("torch.set_grad_enabled(False)"));

    [TestMethod]
    public void Variables_of_a_comprehension_are_its_own()
    {
        _python.Execute("i=5; y=[i for i in range(3)]");
        Assert.AreEqual("5 [0, 1, 2]", $"{_python["i"]} {PythonText.Str(_python["y"])}");
    }

    [TestMethod]
    public void Deleted_variable_is_gone()
    {
        _python.Execute("y=1; del y");
        Assert.IsFalse(_python.Has("y"));
    }

    [TestMethod]
    [DataRow("x+None", "unsupported operand type(s) for +: 'Tensor' and 'NoneType'")]
    [DataRow("None*x", "unsupported operand type(s) for *: 'NoneType' and 'Tensor'")]
    public void Null_operand_reaches_the_library(string expression, string sentence)
        => Assert.AreEqual(sentence, Assert.ThrowsExactly<TorchArgumentException>(() => _python.Evaluate(expression)).Message);

    [TestMethod]
    public void Return_outside_a_function_is_refused()
        => Assert.ThrowsExactly<PythonEvaluationException>(() => _python.Execute("return 1"));

    [TestMethod]
    [DataRow("torch.neg", DisplayName = "a name")]
    [DataRow("lambda x: -x")]
    [DataRow("def f(x):\n        return -x")]
    public void Function_can_be_called_by_the_caller(string function)
        => Assert.AreEqual("tensor([-1., -2., -3.], grad_fn=<NegBackward0>)", $"{_python.Call(function, PythonArguments.Of(_python["x"]))}");

    [TestMethod]
    public void Functions_of_the_caller_can_be_called()
    {
        _python["twice"] = (PythonFunction)(arguments => PythonArguments.Of(arguments.Positional[0], arguments.Positional[0]).ToString());
        Assert.AreEqual("tensor, tensor", _python.Evaluate("twice(x)"));
    }
}
