using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Messages;

namespace Aksu.Inspection.Connections;

/// <summary>Joins handshake messages out of records, and remembers which records each came in.</summary>
internal sealed class MessageJoiner
{
    /// <summary>The longest message that is shown: a little more than the engine takes of certificates.</summary>
    public const int MaxMessage = 512 * 1024;

    private readonly List<int> _records = [];
    private byte[] _pending = [];

    /// <summary>Adds what one record held; returns the messages that are whole now.</summary>
    /// <exception cref="TraceLimitException">A message is longer than any that is shown.</exception>
    public List<(byte[] Message, int[] Records)> Append(ReadOnlySpan<byte> content, int record)
    {
        _records.Add(record);
        _pending = [.. _pending, .. content];
        var messages = new List<(byte[], int[])>();
        int at = 0;
        while (_pending.Length - at >= HandshakeMessage.HeaderLength)
        {
            int length = HandshakeMessage.HeaderLength + ((_pending[at + 1] << 16) | (_pending[at + 2] << 8) | _pending[at + 3]);
            if (length > MaxMessage)
            {
                throw new TraceLimitException(NoteTexts.LongMessage.With(length, MaxMessage));
            }

            if (length > _pending.Length - at)
            {
                break;
            }

            messages.Add((_pending[at..(at + length)], [.. _records]));
            at += length;
            _records.RemoveRange(0, _records.Count - 1);
        }

        _pending = _pending[at..];
        if (_pending.Length == 0)
        {
            _records.Clear();
        }

        return messages;
    }
}
