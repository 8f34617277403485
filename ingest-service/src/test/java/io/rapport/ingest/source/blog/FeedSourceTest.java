package io.rapport.ingest.source.blog;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.HttpContent;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.source.payload.ChangedDocumentFetcher;
import io.rapport.ingest.source.payload.SourceRun;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSourceTest {

    private final SourceRun run =
            SourceRun.of(new FeedSource(), "acme.example").setting("names", List.of("Acme", "Acme Coffee"));

    private static String rss(String item) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>News</title><link>https://news.example</link><item>"
                + item + "</item></channel></rss>";
    }

    private static String post(String fields) {
        return rss(
                "<guid isPermaLink=\"false\">g1</guid><link>https://www.news.example/p</link><pubDate>Thu, 01 Jan 2026 01:00:00 +0100</pubDate><title>A day</title>"
                        + fields);
    }

    private static String atom(String fields) {
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>tag:1</id><link rel=\"self\" href=\"https://news.example/self\"/><link rel=\"alternate\" href=\"https://news.example/p\"/><published>2026-01-01T00:00:00Z</published><updated>2026-01-02T00:00:00Z</updated><title>A day</title><author><name>Ann</name><uri>https://news.example/ann</uri></author>"
                + fields + "</entry></feed>";
    }

    private List<String> lines(String xml) {
        return map(xml).items().stream().map(SourceRun::line).toList();
    }

    private SourceMapping map(String xml) {
        return run.map(xml.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        <description>At &lt;a href="https://acme.example/x"&gt;theirs&lt;/a&gt;</description> | INBOUND CITATION entry:news.example:g1 @acme.example news.example
        <content:encoded><![CDATA[<a href='http://shop.acme.example'>x</a>]]></content:encoded><dc:creator>Ann Berg</dc:creator> | INBOUND CITATION entry:news.example:g1 @acme.example news.example:ann berg
        <description>With Acme.</description><author>ann@example.com (Ann)</author> | INBOUND MENTION entry:news.example:g1 @acme.example news.example:ann
        <description>With acme coffee</description><author>ann@example.com</author> | INBOUND MENTION entry:news.example:g1 @acme.example news.example
        <description>An acmeology</description> | ignored entry.other
        <description>https://notacme.example</description> | ignored entry.other
        """)
    void mapsRss(String fields, String expected) {
        assertThat(lines(post(fields))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p><a href="https://acme.example/">two</a></p></div></content> | INBOUND CITATION entry:news.example:tag:1 @acme.example https://news.example/ann r1767312000000
        <content type="html">&lt;p&gt;Acme&lt;/p&gt;</content> | INBOUND MENTION entry:news.example:tag:1 @acme.example https://news.example/ann r1767312000000
        <summary>Else</summary> | ignored entry.other
        """)
    void mapsAtom(String fields, String expected) {
        assertThat(lines(atom(fields))).containsExactly(expected);
    }

    @Test
    void theTextIsTheTitleAndTheSummary() {
        var post = map(post("<description>&lt;b&gt;Acme&lt;/b&gt; &amp;amp; more</description>"))
                .mapped()
                .toList()
                .get(0)
                .engagement();

        assertThat(value(post, "content.text")).isEqualTo("A day\n\nAcme & more");
        assertThat(value(post, "object.url")).isEqualTo("https://www.news.example/p");
        assertThat(value(post, "actor.displayName")).isEqualTo("news.example");
        assertThat(post.get("occurredAt")).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void ownPostsUndatedPostsAndDeletionsAreIgnored() {
        assertThat(
                        lines(
                                rss(
                                        "<link>https://blog.acme.example/p</link><pubDate>Thu, 01 Jan 2026 00:00:00 GMT</pubDate><title>Acme</title>")))
                .containsExactly("ignored entry.own");
        assertThat(lines(rss("<link>https://news.example/p</link><title>Acme</title><pubDate>soon</pubDate>")))
                .containsExactly("ignored entry.undated");
        assertThat(lines(rss("<title>Acme</title>"))).containsExactly("refused /entry/0/link");
        assertThat(lines("<feed xmlns:at=\"urn:x\"><at:deleted-entry ref=\"r\"/></feed>"))
                .containsExactly("ignored entry.deleted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><html><body>Acme</body></html>",
                "<html><body>Acme<br></body></html>",
                "<html><body>Acme</body></html>",
                "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>",
                "<rss><channel><item><title>Acme",
                "{\"feed\": 1}"
            })
    void whatIsNoFeedIsRefusedAsAWhole(String document) {
        assertThat(lines(document)).containsExactly("refused ");
    }

    @Test
    void deepFeedsAreRefused() {
        assertThat(lines("<rss><channel><item>" + "<a>".repeat(50) + "</item>")).containsExactly("refused ");
    }

    @Test
    void fetchesOnlyFeedsThatChanged() {
        var asked = new ArrayList<Map<String, String>>();
        HttpFetcher http = new FixedHttp((uri, headers) -> {
            asked.add(headers);
            return uri.getHost().startsWith("down")
                    ? new HttpContent(500, Map.of(), new byte[0])
                    : headers.containsKey("If-None-Match")
                            ? new HttpContent(304, Map.of(), new byte[0])
                            : new HttpContent(
                                    200, Map.of("etag", List.of("\"v1\"")), "<rss/>".getBytes(StandardCharsets.UTF_8));
        });
        var settings = settings(List.of("https://news.example/feed", "https://down.example/feed"));
        var fetcher = new ChangedDocumentFetcher("feeds", true);

        var first = fetcher.fetch(null, settings, SourceSecrets.NONE, http);
        var second = fetcher.fetch(first.cursor(), settings, SourceSecrets.NONE, http);

        assertThat(first.payloads()).hasSize(1);
        assertThat(second.payloads()).isEmpty();
        assertThat(asked.get(2)).containsEntry("If-None-Match", "\"v1\"");
        assertThatThrownBy(() ->
                        fetcher.fetch(null, settings(List.of("https://down.example/feed")), SourceSecrets.NONE, http))
                .isInstanceOf(FetchFailedException.class)
                .hasMessageContaining("answered 500");
        assertThat(fetcher.fetch(null, settings(List.of()), SourceSecrets.NONE, http)
                        .payloads())
                .isEmpty();
    }

    @Test
    void aHubSubscribesAndDeliversFeedsOfTheConnection() {
        var verifier = FeedSource.definition(Clock.systemUTC()).verifier();
        var settings = settings(List.of("https://news.example/feed"));
        var secrets = new SourceSecrets(Map.of("secret", List.of("hush")));
        var challenge =
                Map.of("hub.mode", "subscribe", "hub.topic", "https://news.example/feed", "hub.challenge", "42");

        assertThat(verifier.challenge(new SourcePayload(new byte[0], Map.of(), challenge, ""), settings, secrets))
                .hasValueSatisfying(answer -> assertThat(answer.body()).isEqualTo("42"));
        assertThat(verifier.challenge(
                        new SourcePayload(new byte[0], Map.of(), challenge, ""),
                        settings(List.of("https://other.example/feed")),
                        secrets))
                .isEmpty();
        // Of the body {} with the secret hush, computed with Python's hmac.
        assertThat(delivered(verifier, "x-hub-signature", "sha1=0af7da869bc29bd6c38c0f5337dd9c8e00f885ec", secrets))
                .isTrue();
        assertThat(delivered(verifier, "x-hub-signature", "sha1=" + "0".repeat(40), secrets))
                .isFalse();
        assertThat(delivered(verifier, "authorization", "Bearer hush", secrets)).isTrue();
        assertThat(delivered(verifier, "authorization", "Bearer other", secrets))
                .isFalse();
    }

    private static boolean delivered(SourceVerifier verifier, String header, String value, SourceSecrets secrets) {
        var payload = new SourcePayload(
                "{}".getBytes(StandardCharsets.UTF_8),
                Map.of(header, List.of(value)),
                Map.of(),
                "application/atom+xml");
        return verifier.verify(payload, secrets, Instant.EPOCH).accepted();
    }

    @Test
    void feedsHaveToBeWebAddresses() {
        new FeedSource().requireValid(settings(List.of("https://news.example/feed")));
        assertThatThrownBy(() -> new FeedSource().requireValid(settings(List.of("file:///etc/passwd"))))
                .isInstanceOf(InputRejectedException.class);
    }

    private static SourceSettings settings(List<String> feeds) {
        return new SourceSettings(Set.of("acme.example"), Map.of("feeds", feeds));
    }

    private interface Answer {
        HttpContent to(URI uri, Map<String, String> headers);
    }

    private record FixedHttp(Answer answer) implements HttpFetcher {

        @Override
        public HttpContent get(URI uri, Map<String, String> headers) {
            return answer.to(uri, headers);
        }

        @Override
        public HttpContent post(URI uri, Map<String, String> headers, byte[] body) {
            throw new UnsupportedOperationException();
        }
    }
}
