namespace TwinGrad.Life;

/// <summary>Scenes from a program's life. Each prints one line and ends with 0, or does what nobody wants.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments.FirstOrDefault())
        {
            case "compute":
                Console.WriteLine(Scenes.Compute());
                return 0;
            case "cross":
                Console.WriteLine(Scenes.Cross());
                return 0;
            case "first-use":
                Console.WriteLine(Scenes.FirstUse());
                return 0;
            case "exit":
                Scenes.ExitWhileOthersCompute();
                return 0;
            case "exit-while-loading":
                Scenes.ExitWhileOthersLoad();
                return 0;
            case "context":
                Console.WriteLine(Isolation.Run(collectible: false));
                return 0;
            case "collectible-context":
                Console.WriteLine(Isolation.Run(collectible: true));
                return 0;
            default:
                Console.Error.WriteLine("compute, cross, first-use, exit, exit-while-loading, context or collectible-context");
                return 2;
        }
    }
}
