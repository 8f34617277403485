package io.rapport.ingest.pull;

import static io.rapport.ingest.domain.connection.ConnectionFixture.KEY;
import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.connection.ConnectionRequest;
import io.rapport.ingest.domain.connection.ConnectionSecrets;
import io.rapport.ingest.domain.connection.ConnectionService;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.pull.MailPeer.MailMessage;
import io.rapport.ingest.pull.MailPeer.PeerEncryption;
import io.rapport.ingest.pull.http.GuardedHttpFetcher;
import io.rapport.ingest.source.email.EmailSource;
import io.rapport.web.outbound.AddressGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Encrypts connections to a mail server on the loopback address, and logs in with a password or an access token. */
class MailboxLoginTest {

    private static final TlsFixture TLS = new TlsFixture("ip:127.0.0.1");
    private static final Map<String, String> PASSWORD = Map.of("password", MailPeer.PASSWORD);

    private final InMemoryAdminDecisions<ConnectionConfigured> decisions = new InMemoryAdminDecisions<>();
    private final ConnectionSecrets secrets = ConnectionFixture.secrets();
    private final ConnectionService connections =
            new ConnectionService(new AdminDecisionService<>(decisions, decisions), secrets);
    private final DocumentPeer endpoint = new DocumentPeer();
    private MailPeer peer;
    private @Nullable String cursor;

    @AfterEach
    void stop() throws IOException {
        peer.close();
        endpoint.close();
    }

    @Test
    void aMailboxIsReadAfterStartTls() {
        start(PeerEncryption.STARTTLS, TLS);

        fetch(PASSWORD);
        assertThat(fetch(PASSWORD).payloads()).hasSize(1);
        assertThat(peer.commands.get(0)).isEqualTo("STARTTLS");
        assertThat(peer.commands.get(1)).startsWith("LOGIN ");
    }

    @Test
    void nothingIsSentToAServerThatDoesNotEncrypt() {
        start(PeerEncryption.NONE, TLS);

        assertThatThrownBy(() -> fetch(PASSWORD))
                .hasMessageContaining("STARTTLS")
                .hasMessageContaining("imaps://");
        assertThat(peer.commands).containsExactly("STARTTLS");
    }

    @Test
    void bytesThatArriveBeforeTheEncryptionAreNotRead() {
        start(PeerEncryption.STARTTLS_WITH_MORE, TLS);

        assertThatThrownBy(() -> fetch(PASSWORD)).isInstanceOf(FetchFailedException.class);
        assertThat(peer.commands).containsExactly("STARTTLS");
    }

    @Test
    void aCertificateHasToBeTrustedAndOfTheServersName() {
        var other = new TlsFixture("dns:mail.example.com");
        for (var encryption : List.of(PeerEncryption.IMAPS, PeerEncryption.STARTTLS)) {
            start(encryption, other);
            assertThatThrownBy(() -> fetch(PASSWORD, other.sockets())).hasMessageContaining("SSLHandshakeException");
            assertThatThrownBy(() -> fetch(PASSWORD, TLS.sockets())).hasMessageContaining("SSLHandshakeException");
            assertThat(peer.commands).noneMatch(each -> each.startsWith("LOGIN"));
        }
    }

    @Test
    void anAccessTokenIsRenewedAtTheEndpointOfTheSettingsAndStored() {
        start(PeerEncryption.IMAPS, TLS);
        peer.accessToken = "second";
        endpoint.accepted = "{\"access_token\": \"second\", \"expires_in\": 3600}";
        var known = Map.of("refreshToken", "r1", "clientId", "app", "accessToken", "first");

        fetch(known);

        assertThat(endpoint.forms).containsExactly("grant_type=refresh_token&refresh_token=r1&client_id=app");
        assertThat(secrets.decrypt(connections.find(KEY).orElseThrow()).newest("accessToken"))
                .contains("second");
        assertThat(fetch(Map.of()).payloads()).hasSize(1);
        assertThat(endpoint.forms).hasSize(1);
        assertThat(peer.commands).contains("AUTHENTICATE XOAUTH2").noneMatch(each -> each.startsWith("LOGIN"));
    }

    @Test
    void aRenewedTokenThatIsRefusedTooNamesWhatToDoAndNoSecret() {
        start(PeerEncryption.IMAPS, TLS);
        peer.accessToken = "another";
        endpoint.accepted = "{\"access_token\": \"second\"}";

        assertThatThrownBy(() -> fetch(Map.of("refreshToken", "r1", "clientId", "app")))
                .hasMessageContaining("authorize it again")
                .hasMessageNotContaining("second");
        assertThat(endpoint.forms).hasSize(1);
    }

    private void start(PeerEncryption encryption, TlsFixture tls) {
        peer = new MailPeer(encryption, tls.sockets());
        peer.put(
                "INBOX",
                1,
                MailMessage.plain(
                        "From: ann@example.com\r\nTo: hello@acme.example\r\nMessage-ID: <1@x>\r\n\r\n", "Hello"));
    }

    private FetchedPage fetch(Map<String, String> changes) {
        return fetch(changes, TLS.sockets());
    }

    /** The first fetch finds the begin of the folder, the second one reads. */
    private FetchedPage fetch(Map<String, String> changes, SSLSocketFactory trusted) {
        var source = EmailSource.definition();
        var settings = "{\"imap\": \"%s\", \"user\": \"ann\", \"tokenEndpoint\": \"%s\"}"
                .formatted(peer.address(), endpoint.address("/token"));
        var connection = connections
                .save(KEY, new ConnectionRequest(source, List.of(), Map.of(), changes, null), settings, NOW)
                .connection();
        try (var http = new GuardedHttpFetcher(
                new AddressGuard(InetAddress::getAllByName, true),
                Duration.ofSeconds(60),
                1 << 20,
                PullFixture.CLOCK,
                trusted)) {
            var pages = new PageFetcher(secrets, new TokenRenewer(connections, secrets, http, PullFixture.CLOCK), http);
            var page = pages.fetch(connection, source, cursor);
            cursor = page.cursor();
            return page;
        }
    }
}
