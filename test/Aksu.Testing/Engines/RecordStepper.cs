namespace Aksu.Testing.Engines;

/// <summary>
/// Carries a conversation on by the smallest steps: one record to one end, or one answer to one request, or one action of a script. So
/// every state in which an end waits is reached. Serves every protocol version.
/// </summary>
/// <param name="pair">Two ends that answer no request by themselves.</param>
/// <param name="answers">The answers, given one at a time.</param>
/// <param name="cut">Cuts one record into those to be delivered one by one; null to deliver records as they are.</param>
/// <param name="script">What happens when both ends are still, in order.</param>
public sealed class RecordStepper(
    EnginePair pair, SuspensionAnswers answers, Func<WireRecord, IEnumerable<byte[]>>? cut, params IEnumerable<Action<EnginePair>> script)
{
    private readonly Queue<byte[]> _toClient = new();
    private readonly Queue<byte[]> _toServer = new();
    private readonly Queue<Action<EnginePair>> _script = new(script);
    private bool _hasStarted;

    public EnginePair Pair => pair;

    /// <summary>The records that are on their way to an end, change_cipher_spec left aside.</summary>
    public IReadOnlyList<byte[]> UnderWayTo(Sender receiver)
    {
        Collect();
        return [.. (receiver == Sender.Client ? _toClient : _toServer).Where(static record => record[0] != NullRecord.ChangeCipherSpec)];
    }

    /// <summary>One step; false when the conversation is over.</summary>
    public bool Step()
    {
        if (!_hasStarted)
        {
            _hasStarted = true;
            pair.Client.Run();
            return true;
        }

        Collect();
        if (Answer(pair.Client) || Answer(pair.Server) || Deliver(pair.Server, _toServer) || Deliver(pair.Client, _toClient))
        {
            return true;
        }

        if (_script.TryDequeue(out Action<EnginePair>? action))
        {
            action(pair);
            return true;
        }

        return false;
    }

    /// <summary>Steps until something is so; false when the conversation was over before.</summary>
    public bool StepUntil(Func<EnginePair, bool> condition)
    {
        while (!condition(pair))
        {
            if (!Step())
            {
                return false;
            }
        }

        return true;
    }

    private void Collect()
    {
        Collect(pair.Client, _toServer);
        Collect(pair.Server, _toClient);
    }

    private void Collect(EngineEnd from, Queue<byte[]> records)
    {
        foreach (WireRecord record in WireRecord.Split(from.TakeOutput()))
        {
            foreach (byte[] piece in cut?.Invoke(record) ?? [record.Encode()])
            {
                records.Enqueue(piece);
            }
        }
    }

    private bool Answer(EngineEnd end)
    {
        if (end.Engine.Pending is { IsAnswered: false } request)
        {
            if (!answers.TryAnswer(request))
            {
                throw new InvalidOperationException($"There is no answer to {request.GetType().Name}.");
            }

            end.Run();
            return true;
        }

        return false;
    }

    private static bool Deliver(EngineEnd to, Queue<byte[]> records)
    {
        if (to.Failure is null && records.TryDequeue(out byte[]? record))
        {
            to.Take(record);
            return true;
        }

        return false;
    }
}
