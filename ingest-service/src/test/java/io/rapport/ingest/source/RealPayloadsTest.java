package io.rapport.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.activitystreams.ActivityStreamsSource;
import io.rapport.ingest.source.blog.WebmentionSource;
import io.rapport.ingest.source.bluesky.BlueskySource;
import io.rapport.ingest.source.cloudevents.CloudEventsSource;
import io.rapport.ingest.source.email.EmailSource;
import io.rapport.ingest.source.github.GitHubSource;
import io.rapport.ingest.source.mastodon.MastodonSource;
import io.rapport.ingest.source.meta.MetaSource;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.SourceRun;
import io.rapport.ingest.source.x.XSource;
import io.rapport.ingest.source.youtube.YouTubeSource;
import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of genuine payloads of the platforms. Prints a table; totals are files, engagements, withdrawals, ignored and
 * refused events. Those of Meta's webhooks, YouTube's comments, Jetstream, GitHub and X were counted in the files without this
 * code; the others hold what it found.
 */
@Tag("real-data")
class RealPayloadsTest {

    private static final Path PAYLOADS = Path.of(
                    Optional.ofNullable(System.getenv("RAPPORT_REAL_DATA")).orElse("../../shared/data"))
            .resolve("payloads");
    private static final Pattern REQUEST = Pattern.compile("(?s)an HTTP request\\s+\"\"\"(.*?)\"\"\"");
    private static final Pattern EXAMPLES = Pattern.compile("(?m)^ *\\| (application/\\S+(?:; charset=utf-8)?) +\\|$");

    private static final Pattern LINK = Pattern.compile("href=\"(https?://[a-z0-9.-]+[^\"\\s]*)\"");

    @BeforeEach
    void requireData() {
        assumeThat(PAYLOADS).as("real data").exists();
    }

    private static PayloadTable table(String folder, String suffix, EngagementSource source, String... accounts) {
        return table(folder, suffix, file -> SourceRun.of(source, accounts));
    }

    private static PayloadTable table(String folder, String suffix, Function<Path, SourceRun> runs) {
        var table = new PayloadTable(folder);
        files(folder, suffix).forEach(file -> table.addFile(runs.apply(file).map(read(file))));
        table.print();
        return table;
    }

    private static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.walk(PAYLOADS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        return new String(read(PAYLOADS.resolve(file)), StandardCharsets.UTF_8);
    }

    @Test
    void webhooksOfPages() {
        var table = table("meta_restfb/webhooks", ".json", new MetaSource());

        assertThat(table.totals()).containsExactly(116, 63, 10, 42, 1);
        assertThat(table.engagements())
                .containsOnly(
                        entry("INBOUND COMMENT", 1),
                        entry("INBOUND FOLLOW", 1),
                        entry("INBOUND MENTION", 5),
                        entry("INBOUND MESSAGE", 36),
                        entry("INBOUND REACTION", 7),
                        entry("INBOUND REVIEW", 3),
                        entry("OUTBOUND MESSAGE", 2),
                        entry("OUTBOUND POST", 8));
        assertThat(table.withdrawn())
                .containsOnly(
                        entry("INBOUND COMMENT", 1),
                        entry("INBOUND MENTION", 1),
                        entry("INBOUND REACTION", 4),
                        entry("INBOUND REVIEW", 1),
                        entry("OUTBOUND POST", 3));
        assertThat(table.withheld()).isEqualTo(8);
        assertThat(table.refused()).containsOnly(entry("/entry/*/changes/*/value/from", 1));
    }

    @Test
    void instagramAndAnswersOfTheGraphApi() {
        var instagram = table("meta_restfb/instagram", ".json", new MetaSource());

        assertThat(instagram.totals()).containsExactly(20, 1, 0, 1, 18);
        assertThat(instagram.refused())
                .as("three webhooks do not contain the author; the others are no webhooks")
                .containsOnly(entry("/entry/*/changes/*/value/from", 3), entry("/object", 15));
        assertThat(table("meta_restfb/v10_0", ".json", new MetaSource()).totals())
                .containsExactly(3, 0, 0, 0, 3);
        assertThat(table("meta_python_facebook", ".json", new MetaSource()).refused())
                .containsOnly(entry("/object", 56));
    }

    @Test
    void postsAndUsersOfX() {
        var table = table("x_twittered", ".json", new XSource(), "92073489");

        assertThat(table.engagements()).containsOnly(entry("INBOUND MENTION", 1), entry("INBOUND REPLY", 1));
        assertThat(table.totals()).containsExactly(19, 2, 0, 105, 12);
    }

    @Test
    void notificationsOfMastodon() {
        var table = table(
                "mastodon_bigbone",
                ".json",
                file -> SourceRun.of(new MastodonSource(), "trwnh@mastodon.social")
                        .setting("server", "https://mastodon.social"));

        assertThat(table.engagements()).containsOnly(entry("INBOUND REACTION", 1), entry("INBOUND REPLY", 1));
        assertThat(table.totals()).containsExactly(46, 2, 0, 47, 81);
    }

    @Test
    void documentsThatActivityStreamsForbidsAreAllRefused() {
        var table = new PayloadTable("activitystreams/test/fail");
        for (var file : files("activitystreams/test/fail", ".json")) {
            var mapping = SourceRun.of(new ActivityStreamsSource(), "http://example.org/brand")
                    .map(read(file));
            table.addFile(mapping);
            assertThat(mapping.items()).as(file.toString()).singleElement().isInstanceOf(SourceMapping.Unusable.class);
        }
        table.print();

        assertThat(table.totals()).containsExactly(20, 0, 0, 0, 20);
    }

    @Test
    void examplesOfActivityStreams() {
        var table = new PayloadTable("activitystreams/test without fail");
        files("activitystreams/test", ".json").stream()
                .filter(file -> !file.toString().contains("fail"))
                .forEach(file -> table.addFile(SourceRun.of(new ActivityStreamsSource(), "http://example.org/brand")
                        .map(read(file))));
        table.print();

        assertThat(table.totals()).containsExactly(213, 11, 1, 190, 11);
        assertThat(table.refused())
                .as("actors and objects without an id, names that are maps, and a file that is not JSON")
                .containsOnly(
                        entry("/actor", 5),
                        entry("/name", 2),
                        entry("/object", 2),
                        entry("/object/id", 1),
                        entry("(whole)", 1));
    }

    @Test
    void activitiesOfGranary() {
        var table = table("granary", ".as2.json", new ActivityStreamsSource(), "http://example.org/brand");

        assertThat(table.engagements())
                .containsOnly(entry("INBOUND FOLLOW", 1), entry("INBOUND REACTION", 2), entry("INBOUND SHARE", 1));
        assertThat(table.withdrawn()).containsOnly(entry("INBOUND FOLLOW", 1), entry("INBOUND SHARE", 1));
        assertThat(table.totals()).containsExactly(40, 4, 2, 29, 5);
    }

    @Test
    void otherFormsOfGranary() {
        var table = new PayloadTable("granary without .as2.json");
        files("granary", ".json").stream()
                .filter(file -> !file.toString().endsWith(".as2.json"))
                .forEach(file -> table.addFile(SourceRun.of(new ActivityStreamsSource(), "http://example.org/brand")
                        .map(read(file))));
        table.print();

        assertThat(table.totals()).containsExactly(174, 1, 0, 165, 8);
    }

    @Test
    void pagesThatLinkToABrand() {
        assertThat(pages("microformats").totals()).containsExactly(69, 36, 24, 9, 0);
        assertThat(pages("granary").totals()).containsExactly(55, 39, 15, 1, 0);
    }

    /** Each page as a webmention of the first address that it links to, or of another one if it links to none. */
    private static PayloadTable pages(String folder) {
        var table = new PayloadTable(folder + ", pages");
        for (var file : files(folder, ".html")) {
            var page = read(file);
            var link = LINK.matcher(new String(page, StandardCharsets.UTF_8));
            var target = link.find() ? link.group(1) : "https://brand.example/";
            var query =
                    Map.of("source", "https://page.example/" + file.getFileName(), "target", target, "status", "200");
            var settings = new SourceSettings(Set.of(URI.create(target).getHost()), Map.of());
            table.addFile(new WebmentionSource().map(new SourcePayload(page, Map.of(), query, "text/html"), settings));
        }
        table.print();
        return table;
    }

    @Test
    void eventsOfJetstream() {
        var accounts = new String[] {
            "did:plc:vfnmgxg2yscfliemmcxzyfyh",
            "did:plc:j76trmiofvaxxpvx2vnb2vwf",
            "did:plc:hjloomm2tkve3pmfgbxegl3v",
            "did:plc:anc6s2kher6ltrhhglxrzxsa"
        };
        var table = new PayloadTable("bluesky_jetstream");
        text("bluesky_jetstream/internal/subscribe/testdata/golden_v1.jsonl")
                .lines()
                .map(line -> SourceRun.of(new BlueskySource(), accounts).map(line.getBytes(StandardCharsets.UTF_8)))
                .forEach(table::addFile);
        table.print();

        assertThat(table.totals()).containsExactly(10, 4, 0, 6, 0);
        assertThat(table.engagements())
                .containsOnly(
                        entry("INBOUND REACTION", 1),
                        entry("INBOUND REPLY", 1),
                        entry("INBOUND SHARE", 1),
                        entry("INBOUND FOLLOW", 1));
    }

    @Test
    void webhooksOfGitHub() {
        var table = table(
                "github_webhooks",
                ".json",
                file -> SourceRun.of(new GitHubSource(), "Codertocat/Hello-World")
                        .header("x-github-event", file.getFileName().toString().replace(".json", "")));

        assertThat(table.totals()).containsExactly(10, 3, 0, 7, 0);
        assertThat(table.engagements())
                .containsOnly(entry("INBOUND PURCHASE", 1), entry("INBOUND SHARE", 1), entry("OUTBOUND POST", 1));
    }

    @Test
    void commentsAndUploadsOfYouTube() {
        var comments = table("youtube", ".json", new YouTubeSource(), "UC_x5XG1OV2P6uZZ5FSM9Ttw");
        var uploads = table("youtube_websub", ".xml", new YouTubeSource());

        assertThat(comments.totals()).containsExactly(26, 27, 0, 14, 0);
        assertThat(comments.engagements()).containsOnly(entry("INBOUND COMMENT", 23), entry("INBOUND REPLY", 4));
        assertThat(uploads.engagements()).containsOnly(entry("OUTBOUND POST", 1));
    }

    @Test
    void messagesOfMime4j() {
        var table = table("email_mime4j", ".msg", new EmailSource(), "hello@acme.example");

        assertThat(table.totals()).as("ten of them have a sender").containsExactly(32, 10, 0, 22, 0);
        assertThat(table.engagements()).containsOnly(entry("INBOUND EMAIL", 10));
    }

    @Test
    void requestsOfTheCloudEventsConformanceTests() {
        var table = new PayloadTable("cloudevents/features");
        var examples = new ArrayList<String>();
        EXAMPLES.matcher(text("cloudevents/features/http-protocol-binding.feature"))
                .results()
                .forEach(found -> examples.add(found.group(1)));
        REQUEST.matcher(text("cloudevents/features/http-protocol-binding.feature"))
                .results()
                .map(found -> found.group(1))
                .forEach(request -> examples.stream()
                        .filter(type -> type.contains("cloudevents") != request.contains("ce-id"))
                        .forEach(type -> table.addFile(request(request, type))));
        table.print();

        assertThat(table.totals()).containsExactly(4, 0, 0, 4, 0);
        assertThat(table.ignored()).containsOnly(entry("com.example.someevent", 4));
    }

    private static SourceMapping request(String request, String contentType) {
        var run = SourceRun.of(new CloudEventsSource()).contentType(contentType);
        var body = new StringBuilder();
        for (var line : request.strip().split("\n")) {
            if (body.length() > 0 || line.isBlank()) {
                body.append(line).append('\n');
            } else if (line.strip().startsWith("ce-")) {
                var header = line.strip().split(": ", 2);
                run.header(header[0], header[1]);
            }
        }
        return run.map(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void signatureVectors() {
        for (var vector : Json.mapper().readTree(text("signatures/VECTORS.json"))) {
            if (vector.has("expected")) {
                assertThat(isAccepted(vector))
                        .as(vector.path("name").stringValue())
                        .isTrue();
            }
        }
        for (var vector : Json.mapper().readTree(text("signatures/REJECTED_does_not_verify.json"))) {
            assertThat(isAccepted(vector)).as(vector.path("name").stringValue()).isFalse();
        }
    }

    private static boolean isAccepted(JsonNode vector) {
        var expected = vector.path("expected").stringValue();
        var method = vector.path("alg").stringValue();
        var signature = new HmacSignature(
                method.equals("sha1") ? "HmacSHA1" : "HmacSHA256",
                expected.contains("=") ? method + "=" : "",
                HmacSignature.Encoding.HEX);
        return signature
                .verify(
                        expected,
                        vector.path("body").stringValue().getBytes(StandardCharsets.UTF_8),
                        List.of(vector.path("secret").stringValue()))
                .accepted();
    }
}
