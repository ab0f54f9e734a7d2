using System.Reflection;
using RawModule = TorchSharp.torch.nn.Module;

namespace TwinGrad;

/// <summary>Finds what a module holds and does not list: TorchSharp lists nothing of a module that does not call <c>RegisterComponents</c>.</summary>
internal static class Unregistered
{
    internal static void Refuse(RawModule module)
    {
        var listed = new HashSet<object>(ReferenceEqualityComparer.Instance);
        listed.UnionWith(module.named_parameters(recurse: false).Select(parameter => parameter.parameter));
        listed.UnionWith(module.named_children().Select(child => child.module));
        // TorchSharp's own classes know what they do.
        for (var type = module.GetType(); type is not null && type.Assembly != typeof(RawModule).Assembly; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (field.GetValue(module) is (RawModule or TorchSharp.Modules.Parameter) and var part && !listed.Contains(part))
                    throw Error.NotRegistered(module.GetType().Name, field.Name);
            }
        }
    }
}
