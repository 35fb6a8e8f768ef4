using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

/// <summary>What an application's own code throws must not make a stream lose bytes unseen.</summary>
public sealed class CallbackFailureTests
{
    [Fact]
    public async Task A_session_hook_that_throws_ends_the_connection()
    {
        TlsClientOptions options = TestAuthority.ClientOptions with
        {
            SessionReceived = static session =>
            {
                session.Dispose();
                throw new InvalidDataException("no room");
            },
        };
        await using Connected pair = await Connected.Make(options);
        await pair.Server.WriteAsync(new byte[] { 1 }).InTime();

        for (int i = 0; i < 2; i++)
        {
            TlsException failure = await Assert.ThrowsAsync<TlsException>(async () => await pair.Client.ReadAsync(new byte[10]).InTime());
            Assert.Equal(TlsReason.CallbackFailed, failure.Reason);
        }

        TlsException told = await Assert.ThrowsAsync<TlsException>(async () => await pair.Server.ReadAsync(new byte[10]).InTime());
        Assert.True(told.SentByPeer);
    }

    [Fact]
    public async Task Nothing_follows_records_that_were_sealed_and_not_sent()
    {
        var observer = new ThrowsOnce();
        await using Connected pair = await Connected.Make(TestAuthority.ClientOptions with { Observer = observer });
        observer.IsArmed = true;

        await Assert.ThrowsAsync<InvalidDataException>(async () => await pair.Client.WriteAsync(new byte[100]).InTime());
        IOException second = await Assert.ThrowsAsync<IOException>(async () => await pair.Client.WriteAsync(new byte[100]).InTime());

        Assert.IsType<InvalidDataException>(second.InnerException);
    }

    private sealed class ThrowsOnce : TlsObserver
    {
        public bool IsArmed { get; set; }

        public override void OnApplicationData(TlsDirection direction, int length)
        {
            if (IsArmed)
            {
                IsArmed = false;
                throw new InvalidDataException("the observer failed");
            }
        }
    }
}
