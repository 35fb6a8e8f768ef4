using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;

namespace Aksu.Bench.Contestants;

/// <summary>One stream writes a piece, the other reads it whole. Owns both.</summary>
internal sealed class StreamRecords(Stream from, Stream to, RecordScenario scenario) : Work
{
    private readonly byte[] _sent = new byte[scenario.Size];
    private readonly byte[] _received = new byte[scenario.Size];

    protected override void Execute(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Wait(from.WriteAsync(_sent));
            for (int got = 0; got < _received.Length;)
            {
                int length = Wait(to.ReadAsync(_received.AsMemory(got)));
                got += length > 0 ? length : throw new InvalidOperationException("The stream has ended.");
            }
        }
    }

    public override void Dispose()
    {
        from.Dispose();
        to.Dispose();
    }

    private static void Wait(ValueTask write)
    {
        if (write.IsCompletedSuccessfully)
        {
            write.GetAwaiter().GetResult();
        }
        else
        {
            write.AsTask().GetAwaiter().GetResult();
        }
    }

    private static int Wait(ValueTask<int> read) => read.IsCompletedSuccessfully ? read.Result : read.AsTask().GetAwaiter().GetResult();
}
