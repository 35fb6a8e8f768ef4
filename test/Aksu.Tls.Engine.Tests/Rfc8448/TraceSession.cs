using static Aksu.Tls.Engine.Tests.Messages.WireSample;

namespace Aksu.Tls.Engine.Tests.Rfc8448;

/// <summary>The ticket that the server issues in RFC 8448 §3 and the client brings back in §4, and the application data of §3.</summary>
internal static class TraceSession
{
    public const uint AgeAdd = 0xfad6aac5;

    public static byte[] Ticket { get; } = Hex(
        """
        2c035d829359ee5ff7af4ec900000000262a6494dc486d2c8a34cb33fa90bf1b0070ad3c498883c9367c09a2be785abc55cd226097a3a982117283f82a03a143
        efd3ff5dd36d64e861be7fd61d2827db279cce145077d454a3664d4e6da4d29ee03725a6a4dafcd0fc67d2aea70529513e3da2677fa5906c5b3f7d8f92f228bd
        a40dda721470f9fbf297b5aea617646fac5c03272e970727c621a79141ef5f7de6505e5bfbc388e93343694093934ae4d357
        """);

    public static byte[] NewSessionTicket { get; } =
        [.. Hex("040000c90000001efad6aac502000000b2"), .. Ticket, .. Hex("0008002a000400000400")];

    public static byte[] NewSessionTicketTag { get; } = Hex("9c8153556b3b6c6779b37bf15985684f");

    public static byte[] PreSharedKey { get; } = Hex("4ecd0eb6ec3b4d87f5d6028f922ca4c5851a277fd41311c9e62d2c9492e1c4f3");

    /// <summary>50 bytes, 0 to 49.</summary>
    public static byte[] Data { get; } = [.. Enumerable.Range(0, 50).Select(i => (byte)i)];

    public static byte[] ClientData { get; } = Hex(
        """
        1703030043a23f7054b62c94d0affafe8228ba55cbefacea42f914aa66bcab3f2b9819a8a5b46b395bd54a9a20441e2b62974e1f5a6292a2977014bd1e3deae6
        3aeebb21694915e4
        """);

    public static byte[] ServerData { get; } = Hex(
        """
        17030300432e937e11ef4ac740e538ad36005fc4a46932fc3225d05f82aa1b36e30efaf97d90e6dffc602dcb501a59a8fcc49c4bf2e5f0a21c0047c2abf33254
        0dd032e167c2955d
        """);

    public static byte[] EarlyData { get; } = Hex("1703030017ab1df420e75c457a7cc5d2844f76d5aee4b4edbf049be0");
}
