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
import io.rapport.ingest.source.payload.SourceRun;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebmentionSourceTest {

    private static final String TARGET = "https://acme.example/post/1";
    private static final String PAGE = "https://ann.example/2026/re-acme";
    private static final SourceSettings SETTINGS = new SourceSettings(Set.of("acme.example"), Map.of());

    private final WebmentionVerifier verifier = new WebmentionVerifier();
    private final Site site = new Site();

    /** A site with one page. */
    private static final class Site implements HttpFetcher {

        private final List<URI> requests = new ArrayList<>();
        private int status = 200;
        private String page = "";

        @Override
        public HttpContent get(URI uri, Map<String, String> headers) {
            requests.add(uri);
            return new HttpContent(status, Map.of(), page.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public HttpContent post(URI uri, Map<String, String> headers, byte[] body) {
            throw new UnsupportedOperationException();
        }
    }

    private static SourcePayload form(String body) {
        return SourcePayload.of(body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    }

    private SourceMapping.Mapped receive(int status, String page) {
        site.status = status;
        site.page = page;
        var fetched = verifier.fetch(form("source=" + PAGE + "&target=" + TARGET), SETTINGS, site);
        return new WebmentionSource()
                .map(fetched, SETTINGS)
                .mapped()
                .findFirst()
                .orElseThrow();
    }

    private static String entry(String inner) {
        return "<html><title>A title</title><body><div class='h-entry'>"
                + "<a class='p-author h-card' href='https://ann.example/'><img alt='' src='/me.jpg'> Ann Ås</a>"
                + "<time class='dt-published' datetime='2026-01-01T10:00:00+01:00'>then</time>" + inner
                + "</div></body></html>";
    }

    @ParameterizedTest
    @CsvSource({
        "u-in-reply-to, COMMENT",
        "u-like-of, REACTION",
        "u-repost-of, SHARE",
        "u-bookmark-of, CITATION",
        "u-url, CITATION"
    })
    void theLinkOfAnEntryDeterminesTheKind(String marked, String kind) {
        var mapped = receive(
                200,
                entry("<a class='" + marked + "' href='" + TARGET
                        + "'>x</a><div class='e-content'>Well <b>said</b></div>"));

        assertThat(SourceRun.line(mapped).replaceAll("webmention:[0-9a-f-]{36}", "webmention:#"))
                .isEqualTo("INBOUND " + kind + " webmention:# @acme.example ann.example r-1");
        assertThat(mapped.engagement()).containsEntry("occurredAt", "2026-01-01T09:00:00Z");
        assertThat(value(mapped.engagement(), "actor.displayName")).isEqualTo("Ann Ås");
        assertThat(value(mapped.engagement(), "actor.url")).isEqualTo("https://ann.example/");
        assertThat(value(mapped.engagement(), "content.text")).isEqualTo("Well said");
        assertThat(value(mapped.engagement(), "object.inReplyTo")).isEqualTo(TARGET);
    }

    @Test
    void anAnswerToACiteAndARelativeLinkAreLinks() {
        var cite = entry(
                "<div class='u-in-reply-to h-cite'><a class='u-url' href='http://www.acme.example/post/1/#top'>x</a></div>");

        assertThat(receive(200, cite).engagement()).containsEntry("kind", "COMMENT");
        assertThat(receive(200, "<base href='https://acme.example/'><a href='post/1'>x</a>")
                        .engagement())
                .containsEntry("kind", "CITATION");
    }

    @Test
    void theAuthorOfWhatIsQuotedIsNotTheAuthorOfTheEntry() {
        var cite =
                "<div class='h-card'><a class='u-url p-name' href='https://ann.example/'>Ann</a></div><div class='h-entry'>"
                        + "<div class='u-in-reply-to h-cite'><span class='p-author h-card'><span class='p-name'>Acme</span>"
                        + "<a class='u-url' href='https://acme.example'>Home</a></span><a class='p-name u-url' href='"
                        + TARGET
                        + "'>The post</a><p class='p-content'>Quoted</p></div><p class='p-summary'>Mine</p></div>";
        var mapped = receive(200, cite).engagement();

        assertThat(mapped).containsEntry("kind", "COMMENT");
        assertThat(value(mapped, "actor.displayName")).isEqualTo("Ann");
        assertThat(value(mapped, "content.text")).isEqualTo("Mine");
    }

    @Test
    void aPageWithoutAnEntryIsACitationByItsSite() {
        var mapped = receive(200, "<title>Links of the week</title><p>See <a href=" + TARGET + ">this</a>");

        assertThat(mapped.engagement()).containsEntry("kind", "CITATION").doesNotContainKey("occurredAt");
        assertThat(value(mapped.engagement(), "actor.displayName")).isEqualTo("ann.example");
        assertThat(value(mapped.engagement(), "content.text")).isEqualTo("Links of the week");
    }

    @Test
    void theSamePageAgainIsARevisionAndOneThatIsGoneOrDoesNotLinkWithdraws() {
        var first = receive(200, entry("<a href='" + TARGET + "'>x</a>"));
        var changed = receive(200, entry("<a class='u-like-of' href='" + TARGET + "'>x</a>"));
        var unlinked = receive(200, entry("<a href='https://acme.example/post/12'>x</a>"));
        var gone = receive(410, "");

        assertThat(List.of(first, changed, unlinked, gone))
                .allSatisfy(each -> {
                    assertThat(each.engagement().get("sourceId"))
                            .isEqualTo(first.engagement().get("sourceId"));
                    assertThat(value(each.engagement(), "actor.id")).isEqualTo("ann.example");
                    assertThat(each.revision()).isEqualTo(SourceMapping.AT_RECEIPT);
                })
                .extracting(SourceMapping.Mapped::withdrawn)
                .containsExactly(false, false, true, true);
    }

    @Test
    void theAuthorOfABridgedPageIsTheAuthorAndNotTheBridge() {
        var page = entry("<a class='u-like-of' href='" + TARGET + "'>x</a>")
                .replace("https://ann.example/", "https://social.example/@ann");

        assertThat(value(receive(200, page).engagement(), "actor.id")).isEqualTo("https://social.example/@ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "source=https://ann.example/1",
                "source=https://ann.example/1&target=https://ann.example/1",
                "source=javascript:alert(1)&target=https://acme.example/",
                "source=https://a.example&source=https://b.example&target=https://acme.example/",
                "source=%ZZ&target=https://acme.example/"
            })
    void whatIsNoWebmentionIsRefused(String body) {
        assertThat(verifier.verify(form(body), SourceSecrets.NONE, Instant.EPOCH)
                        .accepted())
                .isFalse();
    }

    @Test
    void aTargetOnAnotherSiteIsRejectedBeforeAnythingIsFetched() {
        assertThatThrownBy(() -> verifier.fetch(
                        form("source=" + PAGE + "&target=https://evil.example/?acme.example"), SETTINGS, site))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("target");
        assertThat(site.requests).isEmpty();
        assertThat(verify("source=" + PAGE + "&target=" + TARGET)).isTrue();
        assertThatThrownBy(() -> receive(403, "")).isInstanceOf(FetchFailedException.class);
    }

    @Test
    void hostilePagesAreReadInBoundedTime() {
        var deep = "<div class='h-entry'>".repeat(20_000) + "<a href='" + TARGET + "'>x</a>";

        assertThat(receive(200, deep).withdrawn()).isFalse();
        assertThat(receive(200, "\0\1<<<>>>" + "<a href=".repeat(10_000)).withdrawn())
                .isTrue();
        assertThat(new WebmentionSource()
                        .map(form("source=a&target=b"), SETTINGS)
                        .items())
                .containsExactly(new SourceMapping.Ignored("webmention.unverified"));
    }

    private boolean verify(@Nullable String body) {
        return verifier.verify(form(String.valueOf(body)), SourceSecrets.NONE, Instant.EPOCH)
                .accepted();
    }
}
