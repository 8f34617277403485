package io.rapport.ingest.pull;

import static io.rapport.ingest.domain.connection.ConnectionFixture.KEY;
import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.contracts.connection.ConnectionConfiguredBuilder;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.ingest.connection.DeliveryProcessor;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.ProgressDelta;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.delivery.RecordingEngagementSink;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.pull.MailPeer.MailMessage;
import io.rapport.ingest.pull.MailPeer.PeerEncryption;
import io.rapport.ingest.pull.http.GuardedHttpFetcher;
import io.rapport.ingest.source.email.EmailSource;
import io.rapport.ingest.source.imap.ImapFetcher;
import io.rapport.web.outbound.AddressGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads a mailbox from a server on the loopback address, which cuts the connection. */
class MailboxTurnTest {

    private static final String ACME = "hello@acme.example";
    private static final SourceSecrets PASSWORD =
            new SourceSecrets(Map.of(ImapFetcher.PASSWORD, List.of(MailPeer.PASSWORD)));

    private final RecordingEngagementSink sink = new RecordingEngagementSink();
    private final InMemoryAdminDecisions<ConnectionProgressed> decisions = new InMemoryAdminDecisions<>();
    private final ConnectionFixture.Directory directory = new ConnectionFixture.Directory();
    private final ConnectionProgressService progress =
            new ConnectionProgressService(new AdminDecisionService<>(decisions, decisions), directory);
    private static final TlsFixture TLS = new TlsFixture("ip:127.0.0.1");

    private final GuardedHttpFetcher http = fetcher(true);
    private final MailPeer peer = new MailPeer(PeerEncryption.IMAPS, TLS.sockets());
    private final Map<String, Object> settings = Map.of("imap", peer.address(), "user", "ann");

    private static GuardedHttpFetcher fetcher(boolean loopback) {
        return new GuardedHttpFetcher(
                new AddressGuard(InetAddress::getAllByName, loopback),
                Duration.ofSeconds(60),
                1 << 20,
                PullFixture.CLOCK,
                TLS.sockets());
    }

    @AfterEach
    void stop() throws IOException {
        peer.close();
        http.close();
    }

    @Test
    void aMailboxThatIsCutAnywhereLosesNothingAndRepeatsNothing() {
        fill(0, 60);
        var cut = 40;
        for (var turns = 0; turns < 120; turns++) {
            peer.cutAfter.set(cut);
            cut = 40 + (cut * 7) % 9_000;
            turn();
        }
        peer.cutAfter.set(-1);
        turn();

        assertThat(sink.accepted)
                .extracting(EngagementReceived::sourceId)
                .doesNotHaveDuplicates()
                .hasSize(80);
        assertThat(peer.commands).noneMatch(command -> command.startsWith("SELECT") || command.contains("BODY["));
        assertThat(peer.commands).contains("EXAMINE \"INBOX\"", "EXAMINE \"Sendt/Alle\"");
        var outbound = sink.accepted.stream()
                .filter(each -> each.direction().name().equals("OUTBOUND"))
                .toList();
        assertThat(outbound).hasSize(20).allMatch(each -> each.staff() != null);
        fill(60, 63);
        turn();
        assertThat(sink.accepted).hasSize(84);
    }

    @Test
    void aMailboxThatNumbersItsMessagesAnewIsReadFromTheBeginningAndNothingCountsTwice() {
        fill(0, 5);
        turn();
        var ids = sink.accepted.stream().map(EngagementReceived::id).toList();
        sink.accepted.clear();
        peer.validity = 8;

        turn();

        assertThat(sink.accepted).extracting(EngagementReceived::id).containsExactlyElementsOf(ids);
    }

    @Test
    void theFirstPageBeginsWithTheNewestMessagesAndABackfillWithThoseOfItsDay() {
        for (var i = 0; i < 250; i++) {
            peer.put("INBOX", 10 + 500L * i, mail(i));
        }
        turn();
        assertThat(sink.accepted).hasSize(100);

        progress.save(KEY, ProgressDelta.moved("from:2025-12-24T00:00:00Z"), NOW);
        sink.accepted.clear();
        turn();
        assertThat(peer.commands).contains("UID SEARCH SINCE 24-Dec-2025");
        assertThat(sink.accepted).hasSize(125);
    }

    @Test
    void attachmentsAreNeverReadAndTheTextIsTheFirstThatIsNone() {
        var structure = "(((\"TEXT\" \"HTML\" (\"CHARSET\" \"utf-8\") NIL NIL \"7BIT\" 20 1 NIL NIL NIL NIL)"
                + "(\"TEXT\" \"PLAIN\" (\"CHARSET\" \"iso-8859-1\") NIL NIL \"QUOTED-PRINTABLE\" 20 1 NIL NIL NIL NIL) \"ALTERNATIVE\" NIL NIL NIL)"
                + "(\"IMAGE\" \"PNG\" (\"NAME\" \"x) {9}.png\") NIL NIL \"BASE64\" 50000000 NIL (\"ATTACHMENT\" (\"FILENAME\" \"x.png\")) NIL NIL)"
                + "(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 9 (NIL {3}\r\na)b NIL NIL NIL NIL NIL NIL NIL NIL) (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 1) 2 NIL NIL NIL NIL)"
                + " \"MIXED\" (\"BOUNDARY\" \"b\") NIL NIL)";
        var header = header(1).replace("\r\n\r\n", "\r\nContent-Type: multipart/mixed;\r\n boundary=b\r\n\r\n");
        peer.put("INBOX", 1, new MailMessage(structure, Map.of("HEADER", header, "1.2", "Gr=FC=DFe aus K=F6ln")));

        turn();

        assertThat(sink.accepted)
                .singleElement()
                .satisfies(each -> assertThat(each.content())
                        .satisfies(content -> assertThat(content.text()).contains("Grüße aus Köln")));
    }

    @Test
    void hostileMessagesDoNotHoldUpThoseBehindThem() {
        var deep =
                "(".repeat(5_000) + "\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 1" + ") \"MIXED\"".repeat(4_999) + ")";
        peer.put("INBOX", 1, new MailMessage(deep, Map.of("HEADER", header(1))));
        peer.put("INBOX", 2, new MailMessage("NIL", Map.of("HEADER", "X: " + "y".repeat(300_000) + "\r\n\r\n")));
        peer.put("INBOX", 3, MailMessage.plain("H: 1\r\n".repeat(10_000) + header(3), "Hello"));
        peer.put("INBOX", 4, mail(4));

        turn();

        assertThat(sink.accepted).extracting(EngagementReceived::sourceId).contains("4@mail.example");
        assertThat(progress.find(KEY).orElseThrow().cursor()).contains("\"INBOX\":\"7:5\"");
    }

    @Test
    void failuresNameTheirReasonAndNoSecret() {
        fill(0, 1);
        assertThatThrownBy(() -> fetch(settings, "wrong", http))
                .isInstanceOf(FetchFailedException.class)
                .hasMessageContaining("refuses the login")
                .hasMessageNotContaining("wrong");
        assertThatThrownBy(() -> fetch(
                        Map.of("imap", peer.address(), "user", "ann", "folders", List.of("None")),
                        MailPeer.PASSWORD,
                        http))
                .hasMessageContaining("folder 'None'");
        assertThatThrownBy(() -> fetch(settings, null, http)).hasMessageContaining("neither the secret password");
        try (var guarded = fetcher(false)) {
            assertThatThrownBy(() -> fetch(settings, MailPeer.PASSWORD, guarded))
                    .hasMessageContaining("internal address");
        }
    }

    private static void fetch(Map<String, Object> settings, @Nullable String password, GuardedHttpFetcher http) {
        new ImapFetcher()
                .fetch(
                        null,
                        new SourceSettings(Set.of(ACME), settings),
                        password == null
                                ? SourceSecrets.NONE
                                : new SourceSecrets(Map.of(ImapFetcher.PASSWORD, List.of(password))),
                        http);
    }

    /** A message in three is one that was sent; it is in the folder of its own. */
    private void fill(int from, int to) {
        for (var i = from; i < to; i++) {
            peer.put("INBOX", 1 + 3L * i, mail(i));
            if (i % 3 == 0) {
                peer.put(
                        "Sendt/Alle",
                        1 + i,
                        MailMessage.plain(
                                "From: Ola <%s>\r\nTo: b%d@example.com\r\nMessage-ID: <s%d@acme.example>\r\nDate: Mon, 01 Dec 2025 10:00:00 +0000\r\n\r\n"
                                        .formatted(ACME, i, i),
                                "Thank you"));
            }
        }
    }

    private static MailMessage mail(int number) {
        return MailMessage.plain(header(number), "Number " + number + ", blåbær");
    }

    private static String header(int number) {
        return "From: Ann <ann%d@example.com>\r\nTo: %s\r\nMessage-ID: <%d@mail.example>\r\nDate: Mon, 01 Dec 2025 09:00:00 +0000\r\nSubject: Hello\r\n\r\n"
                .formatted(number, ACME, number);
    }

    private void turn() {
        var connection = ConnectionConfiguredBuilder.builder(
                        ConnectionFixture.connection(new ConnectionAccount(ACME, "acme")))
                .settings("{\"imap\": \"" + peer.address() + "\", \"user\": \"ann\"}")
                .build();
        directory.connections.put(KEY, connection);
        try {
            new PullTurn(
                            PullFixture.pages(http),
                            new DeliveryProcessor(brand -> acme(), this::openIntake, new PullFixture.NoRejections()),
                            progress,
                            new PullFixture.FreeLeases(),
                            "this",
                            Duration.ofSeconds(45),
                            PullFixture.CLOCK)
                    .run(connection, withPassword());
        } catch (FetchFailedException e) {
            assertThat(e).hasMessageContaining("did not answer");
        }
    }

    private static SourceDefinition withPassword() {
        var source = EmailSource.definition();
        return new SourceDefinition(
                source.title(),
                source.source(),
                source.verifier(),
                (cursor, settings, secrets, http) -> new ImapFetcher().fetch(cursor, settings, PASSWORD, http),
                source.secrets(),
                source.steps());
    }

    private EngagementIntake openIntake(BrandRegistered brand, String source) {
        return new EngagementIntake(
                new IntakeRequest(brand, UUID.randomUUID(), NOW, source, null),
                new ContactHasher("a secret of this test"),
                sink,
                sink);
    }

    private static BrandRegistered acme() {
        return BrandRegisteredBuilder.builder()
                .agency("nord")
                .brand("acme")
                .name("Acme")
                .timeZone("UTC")
                .clock(BrandClock.LIVE)
                .staff(List.of())
                .paidMarkers(List.of())
                .version(1)
                .at(NOW)
                .build();
    }
}
