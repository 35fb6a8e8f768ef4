using Aksu.Tls.Engine.Diagnostics;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>A key log that throws once.</summary>
internal sealed class ThrowingKeyLog(Countdown countdown) : KeyLog
{
    public override void WriteLine(ReadOnlySpan<char> line) => countdown.Next(line[..line.IndexOf(' ')].ToString());
}
