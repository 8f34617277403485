package io.rapport.ingest.source.blog;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Direction;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.text.TextCleaner;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Maps webmentions (W3C): a page of another site links to one of the brand. The payload is the page as it was fetched, with the two addresses
 * as parameters. The same page again is a revision; a page that is gone, or does not link any more, withdraws. The account is the
 * host of the brand's site.
 */
public final class WebmentionSource implements EngagementSource {

    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]{1,253}");
    private static final int MAX_TEXT = 2_000;

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SourceDefinition.push(
                "Webmention",
                new WebmentionSource(),
                new WebmentionVerifier(),
                List.of(),
                List.of(
                        "Enter the host of the brand's site, such as acme.example, as account here.",
                        "Add <link rel=\"webmention\" href=\"{hook}\"> to the head of the pages of that site. Pages that link to them are fetched and verified; nothing has to be signed."));
    }

    @Override
    public String name() {
        return "webmention";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.of(mapping -> {
            var mention = WebmentionRequest.ofFetched(payload);
            var account = mention.flatMap(each -> each.account(settings));
            if (account.isEmpty()) {
                mapping.ignore("webmention.unverified");
                return;
            }
            mapping.add(map(mention.get(), account.get(), payload));
        });
    }

    @Override
    public void requireValid(SourceSettings settings) {
        for (var account : settings.accounts()) {
            if (!HOST.matcher(account).matches()) {
                throw InputRejectedException.invalid(
                        "accounts",
                        "has '%s', but has to have hosts of websites, such as acme.example."
                                .formatted(TextCleaner.abbreviate(account)));
            }
        }
    }

    private static SourceMapping.Mapped map(WebmentionRequest mention, String account, SourcePayload payload) {
        var entry = mention.isGone(payload) ? null : LinkingEntry.read(payload.text(), mention);
        var kind = entry == null ? LinkingEntry.MENTION : entry.kind();
        var id = "webmention:" + DeterministicIds.of("webmention", mention.source() + "\n" + mention.target());
        var engagement = SourceEngagement.of(
                        id, "blog", Direction.INBOUND, kind, entry == null ? null : entry.publishedAt())
                .with("actor.id", actor(mention, entry));
        if (entry != null) {
            engagement
                    .with("actor.displayName", entry.name() == null ? mention.host() : entry.name())
                    .with("actor.url", entry.page() == null ? "https://" + mention.host() : entry.page())
                    .with("object.id", mention.source())
                    .with("object.inReplyTo", mention.target())
                    .with("object.url", mention.source())
                    .with("content.text", text(entry.text()));
        }
        return engagement.forAccount(account, SourceMapping.AT_RECEIPT, entry == null);
    }

    /**
     * The site of the page, which is known also of a page that is gone; the page of its author if that is on another site, as bridges from social
     * networks write it.
     */
    private static String actor(WebmentionRequest mention, @Nullable LinkingEntry entry) {
        var page = entry == null ? null : entry.page();
        return WebHost.of(page).filter(host -> !host.equals(mention.host())).isPresent() && page != null
                ? page
                : mention.host();
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
