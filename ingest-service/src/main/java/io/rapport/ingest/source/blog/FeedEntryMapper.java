package io.rapport.ingest.source.blog;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.input.TimestampFormats;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.HtmlText;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadShapeException;
import io.rapport.ingest.source.payload.SettingsReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps the entries of one feed. */
final class FeedEntryMapper {

    private static final int MAX_LINKS = 1_000;
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_TIME = 64;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>\\\\)]{1,2000}");

    private final SourceSettings settings;
    private final List<Pattern> names;
    private final PayloadMapping mapping;
    private int entries;

    FeedEntryMapper(SourceSettings settings, PayloadMapping mapping) {
        this.settings = settings;
        this.mapping = mapping;
        this.names = SettingsReader.texts(settings, "names").stream()
                .filter(name -> !name.isBlank())
                .map(FeedEntryMapper::word)
                .toList();
    }

    void map(String element, Map<String, String> entry) {
        var path = "/entry/" + entries++;
        mapping.entry(() -> {
            if (element.equals("deleted-entry")) {
                mapping.ignore("entry.deleted");
            } else {
                map(entry, path);
            }
        });
    }

    private void map(Map<String, String> entry, String path) {
        var link = first(entry, "/link@href", "/link", "/guid");
        var host = WebHost.of(link);
        if (host.isEmpty()) {
            throw PayloadShapeException.missing(path + "/link");
        }
        var linked = linkedAccount(entry);
        var account = linked.or(() -> mentions(entry) ? SettingsReader.onlyAccount(settings) : Optional.empty());
        var published = time(entry, "/published", "/pubDate", "/date", "/updated");
        if (account(host.get()).isPresent()) {
            mapping.ignore("entry.own");
        } else if (account.isEmpty()) {
            mapping.ignore("entry.other");
        } else if (published == null) {
            mapping.ignore("entry.undated");
        } else {
            var kind = linked.isPresent() ? EngagementKind.CITATION : EngagementKind.MENTION;
            var updated = time(entry, "/updated");
            mapping.add(engagement(entry, kind, link, host.get(), published)
                    .forAccount(account.get(), updated == null ? null : Long.valueOf(updated.toEpochMilli()), false));
        }
    }

    private static SourceEngagement engagement(
            Map<String, String> entry, EngagementKind kind, @Nullable String link, String host, Instant published) {
        var id = first(entry, "/id", "/guid");
        var page = first(entry, "/author/uri");
        var author = author(entry);
        return SourceEngagement.of(
                        "entry:" + host + ":" + (id == null ? link : id), "blog", Direction.INBOUND, kind, published)
                .with(
                        "actor.id",
                        page != null ? page : author == null ? host : host + ":" + author.toLowerCase(Locale.ROOT))
                .with("actor.displayName", author == null ? host : author)
                .with("actor.url", page == null ? "https://" + host : page)
                .with("object.id", link)
                .with("object.url", link)
                .with("content.text", text(entry));
    }

    /** RSS has an address, with or without a name, or a name as the author. */
    private static @Nullable String author(Map<String, String> entry) {
        var written = first(entry, "/author/name", "/creator", "/author");
        if (written == null || !written.contains("@")) {
            return written;
        }
        var open = written.indexOf('(');
        var close = written.indexOf(')', open);
        return open < 0 || close < 0 ? null : written.substring(open + 1, close).strip();
    }

    private static @Nullable String text(Map<String, String> entry) {
        var title = HtmlText.of(entry.get("/title"));
        var summary = HtmlText.of(first(entry, "/summary", "/description", "/content"));
        var text = summary == null ? title : title == null ? summary : title + "\n\n" + summary;
        return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }

    private Optional<String> linkedAccount(Map<String, String> entry) {
        return Stream.of("@links", "/content", "/encoded", "/summary", "/description")
                .flatMap(name -> Stream.ofNullable(entry.get(name)))
                .flatMap(text -> LINK.matcher(text).results().limit(MAX_LINKS))
                .flatMap(found -> WebHost.of(found.group()).flatMap(this::account).stream())
                .findFirst();
    }

    private boolean mentions(Map<String, String> entry) {
        return Stream.of("/title", "/content", "/encoded", "/summary", "/description")
                .flatMap(name -> Stream.ofNullable(HtmlText.of(entry.get(name))))
                .anyMatch(text ->
                        names.stream().anyMatch(name -> name.matcher(text).find()));
    }

    /** The account of a host, also of a host below it. */
    private Optional<String> account(String host) {
        return settings.accounts().stream()
                .filter(account -> host.equals(account) || host.endsWith("." + account))
                .findFirst();
    }

    private static Pattern word(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name.strip()) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static @Nullable Instant time(Map<String, String> entry, String... names) {
        var written = first(entry, names);
        return written == null || written.length() > MAX_TIME
                ? null
                : TimestampFormats.parse(written).orElse(null);
    }

    private static @Nullable String first(Map<String, String> entry, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(entry.get(name)))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }
}
