package io.rapport.ingest.source.youtube;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.SourceRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YouTubeSourceTest {

    private final SourceRun run = SourceRun.of(new YouTubeSource(), "UCacme");
    private final SourceRun feed = SourceRun.of(new YouTubeSource(), "UCacme").contentType("application/atom+xml");

    private static String comment(String id, String author, String more) {
        return "{'kind':'youtube#comment','id':'%s','snippet':{'authorDisplayName':'Ann','authorChannelId':{'value':'%s'},'textOriginal':'Hi','publishedAt':'2026-01-01T00:00:00Z','updatedAt':'2026-01-01T00:01:00Z'%s}}"
                .formatted(id, author, more);
    }

    private static String thread(String top, String replies) {
        return "{'kind':'youtube#commentThread','id':'t','snippet':{'channelId':'UCacme','videoId':'v','topLevelComment':%s},'replies':{'comments':[%s]}}"
                .formatted(top, replies);
    }

    private static String entry(String more) {
        return "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:yt='http://www.youtube.com/xml/schemas/2015'>"
                + "<title>Uploads</title>" + more + "</feed>";
    }

    @Test
    void aThreadIsACommentAndItsReplies() {
        assertThat(run.lines(thread(
                        comment("c1", "UCann", ""),
                        comment("c1.r1", "UCbo", ",'parentId':'c1'") + ","
                                + comment("c1.r2", "UCacme", ",'parentId':'c1'"))))
                .containsExactly(
                        "INBOUND COMMENT comment:c1 @UCacme UCann r1767225660000",
                        "INBOUND REPLY comment:c1.r1 @UCacme UCbo r1767225660000",
                        "OUTBOUND REPLY comment:c1.r2 @UCacme UCann r1767225660000");
    }

    @ParameterizedTest
    @CsvSource({"likelySpam, true", "rejected, true", "heldForReview, true", "published, false"})
    void whatIsNotPublishedIsWithdrawn(String status, boolean withdrawn) {
        assertThat(run.map(comment("c1", "UCann", ",'moderationStatus':'" + status + "'"))
                        .mapped())
                .singleElement()
                .matches(item -> item.withdrawn() == withdrawn);
    }

    @Test
    void listsAreReadOneByOne() {
        var list = "{'kind':'youtube#commentListResponse','items':[%s,%s,{'kind':'youtube#comment','id':'c3'}]}"
                .formatted(comment("c1", "UCann", ""), comment("c2", "UCacme", ""));

        assertThat(run.lines(list))
                .containsExactly(
                        "INBOUND COMMENT comment:c1 @UCacme UCann r1767225660000",
                        "ignored comment.own",
                        "refused /items/2/snippet");
        assertThat(run.lines("{'kind':'youtube#activityListResponse'}"))
                .containsExactly("ignored youtube#activityListResponse");
        assertThat(run.lines("{'error':{'code':403}}")).containsExactly("refused /kind");
    }

    @Test
    void aCommentWithoutItsChannelBelongsToTheOnlyAccount() {
        assertThat(SourceRun.of(new YouTubeSource()).lines(comment("c1", "UCann", "")))
                .containsExactly("refused /snippet/channelId");
        assertThat(run.lines("{'kind':'youtube#comment','id':'c1','snippet':{'publishedAt':'2026-01-01T00:00:00Z'}}"))
                .containsExactly("refused /snippet/authorChannelId/value");
    }

    @Test
    void anUploadIsAPostAndItsDeletionWithdrawsIt() {
        var upload = entry(
                "<entry><id>yt:video:v1</id><yt:videoId>v1</yt:videoId><yt:channelId>UCacme</yt:channelId><title>Brewing &amp; more</title><link rel='alternate' href='https://www.youtube.com/watch?v=v1'/><author><name>Acme</name></author><published>2026-01-01T00:00:00+00:00</published><updated>2026-01-01T00:01:00.123456789+00:00</updated></entry>");
        var deletion = entry(
                "<at:deleted-entry xmlns:at='http://purl.org/atompub/tombstones/1.0' ref='yt:video:v1' when='2026-01-01T00:02:00+00:00'><link href='https://www.youtube.com/watch?v=v1'/><at:by><name>Acme</name><uri>https://www.youtube.com/channel/UCacme</uri></at:by></at:deleted-entry>");

        assertThat(feed.lines(upload)).containsExactly("OUTBOUND POST video:v1 @UCacme UCacme r1767225660123");
        assertThat(feed.lines(deletion))
                .containsExactly("OUTBOUND POST video:v1 @UCacme UCacme r1767225720000 withdrawn");
        var engagement = feed.engagements(upload).get(0);
        assertThat(value(engagement, "content.text")).isEqualTo("Brewing & more");
        assertThat(value(engagement, "object.url")).isEqualTo("https://www.youtube.com/watch?v=v1");
    }

    @Test
    void anEntryThatChangedItsShapeIsRefusedAlone() {
        assertThat(feed.lines(entry("<entry><title>No id</title></entry><entry><yt:videoId>v</yt:videoId></entry>")))
                .containsExactly("refused /feed/entry/0/videoId", "refused /feed/entry/1/channelId");
    }

    @Test
    void hostileXmlIsRefused() {
        var entities = "<!DOCTYPE f [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><feed>&b;</feed>";
        var external = "<!DOCTYPE f SYSTEM 'file:///etc/passwd'><feed/>";
        var file =
                "<!DOCTYPE f [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><feed><entry><videoId>&x;</videoId></entry></feed>";

        for (var xml : List.of(entities, external, file, "<rss/>", "<feed><entry>", "<feed", "<a>".repeat(100))) {
            assertThat(feed.lines(xml)).as(xml).containsExactly("refused ");
        }
        assertThat(feed.lines("<feed>" + "<a>".repeat(40) + "</a>".repeat(40) + "</feed>"))
                .containsExactly("refused ");
    }

    @Test
    void theHubSignsWithTheMethodItChooses() {
        var body = "<feed/>".getBytes(StandardCharsets.UTF_8);
        for (var signature : List.of(
                new HmacSignature("HmacSHA1", "sha1=", HmacSignature.Encoding.HEX),
                HmacSignature.SHA256_HEX,
                new HmacSignature("HmacSHA512", "sha512=", HmacSignature.Encoding.HEX))) {
            assertThat(accepts(body, signature.sign("s", body))).isTrue();
            assertThat(accepts(body, signature.sign("other", body))).isFalse();
        }
        assertThat(accepts(body, "md5=00")).isFalse();
        assertThat(accepts(body, "")).isFalse();
    }

    private static boolean accepts(byte[] body, String header) {
        return new YouTubeVerifier()
                .verify(
                        new SourcePayload(body, Map.of("x-hub-signature", List.of(header)), Map.of(), ""),
                        new SourceSecrets(Map.of("hubSecret", List.of("s"))),
                        Instant.EPOCH)
                .accepted();
    }

    @Test
    void onlySubscriptionsOfOwnChannelsAreConfirmed() {
        var settings = new SourceSettings(Set.of("UCacme"), Map.of());
        for (var channel : List.of("UCacme", "UCother")) {
            var query = Map.of(
                    "hub.mode", "subscribe",
                    "hub.topic", "https://www.youtube.com/feeds/videos.xml?channel_id=" + channel,
                    "hub.challenge", "1234");
            assertThat(new YouTubeVerifier()
                            .challenge(
                                    new SourcePayload(new byte[0], Map.of(), query, ""), settings, SourceSecrets.NONE)
                            .isPresent())
                    .isEqualTo(channel.equals("UCacme"));
        }
    }
}
