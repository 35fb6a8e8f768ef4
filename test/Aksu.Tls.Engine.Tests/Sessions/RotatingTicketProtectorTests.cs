using Aksu.Cryptography;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Tests.Sessions;

public sealed class RotatingTicketProtectorTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RotatingTicketProtector _protector = new(CryptographyProvider.Default, TimeSpan.FromHours(1), TimeSpan.FromHours(12));

    public void Dispose() => _protector.Dispose();

    [Fact]
    public void Gives_back_what_was_protected()
    {
        byte[] ticket = _protector.Protect([1, 2, 3], Start);

        using Secret state = _protector.Unprotect(ticket, Start)!;

        Assert.Equal([1, 2, 3], state.Span.ToArray());
        Assert.Equal([1, 2, 3], _protector.Open(ticket, Start));
    }

    [Fact]
    public void Refuses_a_ticket_with_any_byte_changed_or_cut()
    {
        byte[] ticket = _protector.Protect([1, 2, 3], Start);
        for (int i = 0; i < ticket.Length; i++)
        {
            byte[] changed = [.. ticket];
            changed[i] ^= 0x10;
            Assert.Null(_protector.Unprotect(changed, Start));
            Assert.Null(_protector.Open(changed, Start));
            Assert.Null(_protector.Unprotect(ticket.AsSpan(0, i), Start));
            Assert.Null(_protector.Open(ticket.AsSpan(0, i), Start));
        }

        Assert.Null(_protector.Unprotect([.. ticket, 0], Start));
        Assert.Null(_protector.Open([.. ticket, 0], Start));
    }

    [Fact]
    public void Changes_its_key_on_its_own_and_still_opens_older_tickets()
    {
        byte[] first = _protector.Protect([1], Start);
        byte[] second = _protector.Protect([2], Start + TimeSpan.FromHours(1));

        Assert.NotEqual(first[..16], second[..16]);
        using Secret state = _protector.Unprotect(first, Start + TimeSpan.FromHours(1))!;
        Assert.Equal([1], state.Span.ToArray());
    }

    [Fact]
    public void Keeps_a_key_for_the_lifetime_of_its_last_ticket_and_no_longer()
    {
        byte[] ticket = _protector.Protect([1], Start);

        using (Secret state = _protector.Unprotect(ticket, Start + TimeSpan.FromHours(13))!)
        {
            Assert.Equal([1], state.Span.ToArray());
        }

        Assert.Null(_protector.Unprotect(ticket, Start + TimeSpan.FromHours(13) + TimeSpan.FromTicks(1)));
        Assert.Null(_protector.Open(ticket, Start + TimeSpan.FromHours(13) + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void Opens_nothing_after_it_was_disposed()
    {
        byte[] ticket = _protector.Protect([1], Start);
        _protector.Dispose();

        Assert.Null(_protector.Unprotect(ticket, Start));
        Assert.Null(_protector.Open(ticket, Start));
    }

    [Fact]
    public void Opens_no_ticket_of_another_protector()
    {
        using var other = new RotatingTicketProtector(CryptographyProvider.Default, TimeSpan.FromHours(1), TimeSpan.FromHours(12));

        Assert.Null(_protector.Unprotect(other.Protect([1], Start), Start));
        Assert.Null(_protector.Open(other.Protect([1], Start), Start));
    }

    [Fact]
    public void Reserves_no_memory_for_a_ticket_of_an_unknown_key()
    {
        _protector.Protect([1], Start);
        byte[] foreign = new byte[60_000];
        _protector.Unprotect(foreign, Start);
        _protector.Open(foreign, Start);

        long before = GC.GetAllocatedBytesForCurrentThread();
        _protector.Unprotect(foreign, Start);
        _protector.Open(foreign, Start);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }
}
