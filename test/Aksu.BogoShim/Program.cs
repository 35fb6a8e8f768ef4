using Aksu.BogoShim;
using Aksu.BogoShim.Configuration;
using Aksu.BogoShim.Connections;
using Aksu.BogoShim.Flags;
using Aksu.BogoShim.Reports;
using Aksu.Tls.Engine.Errors;

switch (args)
{
    case ["report", .. string[] files]:
        return ConformanceReport.Write(files);
    case ["left-out", string config]:
        Console.Write(string.Join(';', DisabledCases.Read(config).Patterns));
        return ExitCode.Success;
}

try
{
    var commandLine = CommandLine.Parse(args);
    if (commandLine.IsProbe)
    {
        Console.WriteLine("No");
        return ExitCode.Success;
    }

    new ConnectionSequence(commandLine).Run();
    return ExitCode.Success;
}
catch (UnsupportedException unsupported)
{
    unsupported.Log();
    return ExitCode.Unimplemented;
}
catch (TlsException failure) when (failure.Reason != TlsReason.InternalError)
{
    Console.Error.WriteLine(ErrorText.Of(failure));
    return ExitCode.Failure;
}
catch (Exception failure) when (failure is ShimFailure or ConfigurationException)
{
    Console.Error.WriteLine(failure.Message);
    return ExitCode.Failure;
}
#pragma warning disable CA1031 // Whatever else happens is a fault, and the runner has to hear of it.
catch (Exception fault)
#pragma warning restore CA1031
{
    Console.Error.WriteLine(fault);
    return ExitCode.MustFail;
}
