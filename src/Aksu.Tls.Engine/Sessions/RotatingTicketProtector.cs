using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Sessions;

/// <summary>
/// Tickets under AES-256-GCM keys that live in this process alone and change on their own, so that a key which leaks opens the sessions of
/// a short time only. Thread-safe.
/// </summary>
public sealed class RotatingTicketProtector : TicketProtector, IDisposable
{
    private const int KeyNameSize = 16;
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int MinTicketSize = KeyNameSize + NonceSize + TagSize;

    // Random 96-bit nonces: stay far below the 2^32 messages of NIST SP 800-38D §8.3.
    private const long MaxTicketsPerKey = 1L << 28;

    private readonly CryptographyProvider _provider;
    private readonly AeadAlgorithm _aead;
    private readonly TimeSpan _rotation;
    private readonly TimeSpan _keep;
    private readonly Lock _gate = new();
    private readonly List<Key> _keys = [];

    /// <summary>Makes a protector.</summary>
    /// <param name="provider">Where primitives and randomness come from.</param>
    /// <param name="rotation">How long one key makes tickets.</param>
    /// <param name="lifetime">How long a ticket can be opened after it was made.</param>
    public RotatingTicketProtector(CryptographyProvider provider, TimeSpan rotation, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rotation, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        _provider = provider;
        _aead = provider.FindAead("AEAD_AES_256_GCM") ?? throw new ArgumentException("The provider has no AES-256-GCM.", nameof(provider));
        _rotation = rotation;
        _keep = rotation + lifetime;
    }

    /// <inheritdoc/>
    public override byte[] Protect(ReadOnlySpan<byte> state, DateTimeOffset now)
    {
        byte[] ticket = new byte[SizeFor(state)];
        Protect(state, now, ticket);
        return ticket;
    }

    internal override void Protect(ReadOnlySpan<byte> state, DateTimeOffset now, WireWriter ticket) =>
        Protect(state, now, ticket.Take(SizeFor(state)));

    /// <inheritdoc/>
    public override Secret? Unprotect(ReadOnlySpan<byte> ticket, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (KeyOf(ticket, now) is not { } key)
            {
                return null;
            }

            var state = new Secret(ticket.Length - MinTicketSize);
            if (TryOpen(key, ticket, state.Span))
            {
                return state;
            }

            state.Dispose();
            return null;
        }
    }

    internal override byte[]? Open(ReadOnlySpan<byte> ticket, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (KeyOf(ticket, now) is not { } key)
            {
                return null;
            }

            byte[] state = new byte[ticket.Length - MinTicketSize];
            if (TryOpen(key, ticket, state))
            {
                return state;
            }

            CryptographicOperations.ZeroMemory(state);
            return null;
        }
    }

    /// <summary>Wipes the keys: no ticket made so far can be opened any more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _keys.ForEach(key => key.Aead.Dispose());
            _keys.Clear();
        }
    }

    private static int SizeFor(ReadOnlySpan<byte> state) => MinTicketSize + state.Length;

    private void Protect(ReadOnlySpan<byte> state, DateTimeOffset now, Span<byte> ticket)
    {
        Span<byte> name = ticket[..KeyNameSize];
        Span<byte> nonce = ticket.Slice(KeyNameSize, NonceSize);
        _provider.FillRandom(nonce);
        lock (_gate)
        {
            Key key = Current(now);
            key.Name.CopyTo(name);
            key.Aead.Seal(nonce, state, ticket[(KeyNameSize + NonceSize)..^TagSize], ticket[^TagSize..], name);
            key.Used++;
        }
    }

    /// <summary>The key that a ticket names, if it is still here: nothing is reserved for tickets of others.</summary>
    private Key? KeyOf(ReadOnlySpan<byte> ticket, DateTimeOffset now)
    {
        if (ticket.Length < MinTicketSize)
        {
            return null;
        }

        DropOld(now);
        foreach (Key key in _keys)
        {
            if (ticket[..KeyNameSize].SequenceEqual(key.Name))
            {
                return key;
            }
        }

        return null;
    }

    private static bool TryOpen(Key key, ReadOnlySpan<byte> ticket, Span<byte> state)
    {
        ReadOnlySpan<byte> nonce = ticket.Slice(KeyNameSize, NonceSize);
        ReadOnlySpan<byte> ciphertext = ticket[(KeyNameSize + NonceSize)..^TagSize];
        return key.Aead.TryOpen(nonce, ciphertext, ticket[^TagSize..], state, ticket[..KeyNameSize]);
    }

    private Key Current(DateTimeOffset now)
    {
        DropOld(now);
        if (_keys.Count > 0 && now - _keys[^1].MadeAt < _rotation && _keys[^1].Used < MaxTicketsPerKey)
        {
            return _keys[^1];
        }

        Span<byte> key = stackalloc byte[KeySize];
        _provider.FillRandom(key);
        byte[] name = new byte[KeyNameSize];
        _provider.FillRandom(name);
        var fresh = new Key(name, _aead.Create(key), now);
        CryptographicOperations.ZeroMemory(key);
        _keys.Add(fresh);
        return fresh;
    }

    private void DropOld(DateTimeOffset now)
    {
        while (_keys.Count > 0 && now - _keys[0].MadeAt > _keep)
        {
            _keys[0].Aead.Dispose();
            _keys.RemoveAt(0);
        }
    }

    private sealed class Key(byte[] name, Aead aead, DateTimeOffset madeAt)
    {
        public byte[] Name { get; } = name;

        public Aead Aead { get; } = aead;

        public DateTimeOffset MadeAt { get; } = madeAt;

        public long Used { get; set; }
    }
}
