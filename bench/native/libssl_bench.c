/*
 * OpenSSL's libssl for the compare runner: client and server in one thread over memory.
 *
 * Started with the directory of the certificates; takes one order a line and answers each with the CPU time that it took, in nanoseconds,
 * and the bytes that OpenSSL allocated meanwhile:
 *
 *   handshake <12|13> <EcdsaP256|Rsa2048> <resumed: 0|1, 2 by identifier> <client certificate: 0|1> <suite, or - for its own> <count>
 *   records <12|13> <bytes> <count>
 *
 * An answer of another form is an error, and the end.
 *
 * Used as who knows libssl well would: contexts are made once, keys and roots loaded once; buffers stay with their connection, for
 * SSL_MODE_RELEASE_BUFFERS saves memory and costs an allocation a record; the chain that the server sends is the one that was loaded, for
 * by itself libssl builds and verifies one anew in each handshake.
 */
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SERVER_NAME "server.example"

static const char *directory;

static long long allocated;

static void *counting_malloc(size_t size, const char *file, int line)
{
    (void)file;
    (void)line;
    allocated += size;
    return malloc(size);
}

static void *counting_realloc(void *memory, size_t size, const char *file, int line)
{
    (void)file;
    (void)line;
    allocated += size;
    return realloc(memory, size);
}

static void counting_free(void *memory, const char *file, int line)
{
    (void)file;
    (void)line;
    free(memory);
}

static void fail(const char *what)
{
    char reason[256] = "";
    ERR_error_string_n(ERR_get_error(), reason, sizeof reason);
    printf("%s: %s\n", what, reason);
    exit(1);
}

static void require(int result, const char *what)
{
    if (result != 1) {
        fail(what);
    }
}

static long long cpu_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

/* One client and one server context, and the last session that the client was given. */
struct party {
    SSL_CTX *client;
    SSL_CTX *server;
    SSL_SESSION *session;
    int is_resumed;
};

static int keep_session(SSL *ssl, SSL_SESSION *session)
{
    struct party *party = SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl));
    SSL_SESSION_free(party->session);
    party->session = session;
    return 1;
}

static void load(SSL_CTX *context, const char *kind, const char *who)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s-%s.pem", directory, kind, who);
    require(SSL_CTX_use_certificate_chain_file(context, path), path);
    snprintf(path, sizeof path, "%s/%s-%s.key", directory, kind, who);
    require(SSL_CTX_use_PrivateKey_file(context, path, SSL_FILETYPE_PEM), path);
}

static void trust(SSL_CTX *context, const char *kind)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s-root.pem", directory, kind);
    require(SSL_CTX_load_verify_file(context, path), path);
}

static void open_party(struct party *party, int version, const char *kind, int is_resumed, int has_client_certificate, const char *suite)
{
    int wire = version == 13 ? TLS1_3_VERSION : TLS1_2_VERSION;
    memset(party, 0, sizeof *party);
    party->is_resumed = is_resumed;
    party->client = SSL_CTX_new(TLS_client_method());
    party->server = SSL_CTX_new(TLS_server_method());
    SSL_CTX *contexts[] = {party->client, party->server};
    for (int i = 0; i < 2; i++) {
        require(SSL_CTX_set_min_proto_version(contexts[i], wire), "version");
        require(SSL_CTX_set_max_proto_version(contexts[i], wire), "version");
        if (suite != NULL) {
            require(version == 13 ? SSL_CTX_set_ciphersuites(contexts[i], suite) : SSL_CTX_set_cipher_list(contexts[i], suite), "suite");
        }
        SSL_CTX_set_mode(contexts[i], SSL_MODE_NO_AUTO_CHAIN);
    }

    load(party->server, kind, "server");
    trust(party->client, kind);
    SSL_CTX_set_verify(party->client, SSL_VERIFY_PEER, NULL);
    if (has_client_certificate) {
        load(party->client, kind, "client");
        trust(party->server, kind);
        SSL_CTX_set_verify(party->server, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
        require(SSL_CTX_set_session_id_context(party->server, (const unsigned char *)"bench", 5), "session context");
    }

    SSL_CTX_set_app_data(party->client, party);
    SSL_CTX_set_session_cache_mode(party->server, is_resumed == 2 ? SSL_SESS_CACHE_SERVER : SSL_SESS_CACHE_OFF);
    if (is_resumed == 2) {
        SSL_CTX_set_options(party->server, SSL_OP_NO_TICKET);
    }

    if (is_resumed) {
        SSL_CTX_set_session_cache_mode(party->client, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
        SSL_CTX_sess_set_new_cb(party->client, keep_session);
    }
}

static void close_party(struct party *party)
{
    SSL_SESSION_free(party->session);
    SSL_CTX_free(party->client);
    SSL_CTX_free(party->server);
}

static void connect_pair(struct party *party, SSL **client, SSL **server)
{
    BIO *to_server = BIO_new(BIO_s_mem());
    BIO *to_client = BIO_new(BIO_s_mem());
    *client = SSL_new(party->client);
    *server = SSL_new(party->server);
    BIO_up_ref(to_server);
    BIO_up_ref(to_client);
    SSL_set_bio(*client, to_client, to_server);
    SSL_set_bio(*server, to_server, to_client);
    require(SSL_set_tlsext_host_name(*client, SERVER_NAME), "server name");
    require(SSL_set1_host(*client, SERVER_NAME), "server name");
    int offers_session = party->session != NULL;
    if (offers_session) {
        require(SSL_set_session(*client, party->session), "session");
    }

    SSL_set_connect_state(*client);
    SSL_set_accept_state(*server);
    for (int i = 0; i < 8 && !(SSL_is_init_finished(*client) && SSL_is_init_finished(*server)); i++) {
        SSL_do_handshake(*client);
        SSL_do_handshake(*server);
    }

    if (!SSL_is_init_finished(*client) || !SSL_is_init_finished(*server)) {
        fail("handshake");
    }

    if (SSL_session_reused(*client) != offers_session) {
        fail("a handshake was of the other kind");
    }
}

static void transfer(SSL *from, SSL *to, const unsigned char *data, int length, unsigned char *received)
{
    if (SSL_write(from, data, length) != length) {
        fail("write");
    }

    for (int got = 0; got < length;) {
        int count = SSL_read(to, received + got, length - got);
        if (count <= 0) {
            fail("read");
        }
        got += count;
    }
}

static void handshake(struct party *party)
{
    unsigned char byte = 1;
    unsigned char received;
    SSL *client, *server;
    connect_pair(party, &client, &server);
    transfer(party->is_resumed ? server : client, party->is_resumed ? client : server, &byte, 1, &received);
    /* Both say goodbye: libssl forgets the session of a connection that was cut off. */
    SSL_set_quiet_shutdown(client, 1);
    SSL_set_quiet_shutdown(server, 1);
    SSL_shutdown(client);
    SSL_shutdown(server);
    SSL_free(client);
    SSL_free(server);
}

static void run_handshakes(struct party *party, int count)
{
    allocated = 0;
    long long before = cpu_now();
    for (int i = 0; i < count; i++) {
        handshake(party);
    }
    printf("%lld %lld\n", cpu_now() - before, allocated);
}

static void run_records(int version, int size, int count)
{
    struct party party;
    SSL *client, *server;
    open_party(&party, version, "EcdsaP256", 0, 0, version == 13 ? "TLS_AES_128_GCM_SHA256" : "ECDHE-ECDSA-AES128-GCM-SHA256");
    connect_pair(&party, &client, &server);
    unsigned char *data = calloc(1, size);
    unsigned char *received = malloc(size);
    transfer(client, server, data, size, received);
    allocated = 0;
    long long before = cpu_now();
    for (int i = 0; i < count; i++) {
        transfer(client, server, data, size, received);
    }
    printf("%lld %lld\n", cpu_now() - before, allocated);
    free(data);
    free(received);
    SSL_free(client);
    SSL_free(server);
    close_party(&party);
}

int main(int argc, char **argv)
{
    struct party party = {0};
    char current[128] = "";
    char line[256];
    if (argc != 2) {
        fprintf(stderr, "usage: libssl_bench DIRECTORY\n");
        return 2;
    }

    require(CRYPTO_set_mem_functions(counting_malloc, counting_realloc, counting_free), "memory functions");
    directory = argv[1];
    setvbuf(stdout, NULL, _IOLBF, 0);
    while (fgets(line, sizeof line, stdin) != NULL) {
        char kind[32], suite[64], setting[128];
        int version, is_resumed, has_client_certificate, size, count;
        if (sscanf(line, "handshake %d %31s %d %d %63s %d", &version, kind, &is_resumed, &has_client_certificate, suite, &count) == 6) {
            snprintf(setting, sizeof setting, "%d %s %d %d %s", version, kind, is_resumed, has_client_certificate, suite);
            if (strcmp(setting, current) != 0) {
                close_party(&party);
                open_party(&party, version, kind, is_resumed, has_client_certificate, strcmp(suite, "-") == 0 ? NULL : suite);
                strcpy(current, setting);
            }
            run_handshakes(&party, count);
        } else if (sscanf(line, "records %d %d %d", &version, &size, &count) == 3) {
            run_records(version, size, count);
        } else {
            fail("an order that is none");
        }
    }

    return 0;
}
