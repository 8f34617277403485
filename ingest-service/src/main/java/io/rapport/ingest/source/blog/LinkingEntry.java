package io.rapport.ingest.source.blog;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.input.TimestampFormats;
import io.rapport.ingest.source.payload.HtmlText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The entry of a page that links to a page of the brand: its {@code h-entry} (microformats), else the page itself.
 *
 * @param name of the author
 * @param page of the author
 */
record LinkingEntry(
        EngagementKind kind,
        @Nullable Instant publishedAt,
        @Nullable String name,
        @Nullable String page,
        @Nullable String text) {

    /** The kind of a link that is not marked as an answer, a like or a repost. */
    static final EngagementKind MENTION = EngagementKind.CITATION;

    private static final int MAX_TIME = 64;
    private static final int MAX_ELEMENTS = 500;
    private static final Map<String, EngagementKind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("u-like-of", EngagementKind.REACTION);
        KINDS.put("u-repost-of", EngagementKind.SHARE);
        KINDS.put("u-in-reply-to", EngagementKind.COMMENT);
        KINDS.put("u-bookmark-of", EngagementKind.CITATION);
    }

    /** Reads a page; null if it does not link to the target. */
    static @Nullable LinkingEntry read(String html, WebmentionRequest mention) {
        var document = Jsoup.parse(html, mention.source());
        var link = document.select("[href], [src]").stream()
                .filter(each -> links(each, mention))
                .findFirst();
        if (link.isEmpty()) {
            return null;
        }
        var entry = Optional.ofNullable(link.get().closest(".h-entry"))
                .or(() -> Optional.ofNullable(document.selectFirst(".h-entry")));
        return entry.isEmpty() ? ofPage(document) : ofEntry(document, entry.get(), mention);
    }

    private static LinkingEntry ofPage(Document document) {
        var title = document.title().strip();
        return new LinkingEntry(MENTION, null, null, null, title.isEmpty() ? null : title);
    }

    private static LinkingEntry ofEntry(Document document, Element entry, WebmentionRequest mention) {
        var kind = KINDS.entrySet().stream()
                .filter(each -> properties(entry, "." + each.getKey()).anyMatch(marked -> marks(marked, mention)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MENTION);
        var author = properties(entry, ".p-author")
                .findFirst()
                .or(() -> properties(entry, ".h-card").findFirst())
                .or(() -> document.select(".h-card").stream()
                        .limit(MAX_ELEMENTS)
                        .filter(card -> root(card.parent()) == null)
                        .findFirst());
        return new LinkingEntry(
                kind,
                time(entry),
                author.map(LinkingEntry::name).orElse(null),
                author.map(LinkingEntry::page).orElse(null),
                text(entry));
    }

    /** The elements that are properties of an entry, not of what it quotes. */
    private static Stream<Element> properties(Element entry, String selector) {
        return entry.select(selector).stream()
                .limit(MAX_ELEMENTS)
                .filter(each -> each != entry && root(each.parent()) == entry);
    }

    /** The nearest element that is a microformat of its own. */
    private static @Nullable Element root(@Nullable Element from) {
        var element = from;
        for (var steps = 0; element != null && steps < MAX_ELEMENTS; steps++) {
            if (element.classNames().stream().anyMatch(name -> name.startsWith("h-"))) {
                return element;
            }
            element = element.parent();
        }
        return null;
    }

    /** Whether an element marks the target, itself or as a cite (h-cite) that contains its address. */
    private static boolean marks(Element marked, WebmentionRequest mention) {
        return links(marked, mention)
                || marked.select(".u-url, a[href]").stream().anyMatch(each -> links(each, mention));
    }

    private static boolean links(Element element, WebmentionRequest mention) {
        return mention.isTarget(element.absUrl("href")) || mention.isTarget(element.absUrl("src"));
    }

    private static @Nullable String name(Element author) {
        var named = author.selectFirst(".p-name");
        var text = (named == null ? author : named).text().strip();
        var image = author.selectFirst("img[alt]");
        return !text.isEmpty() ? text : image == null ? null : blankToNull(image.attr("alt"));
    }

    private static @Nullable String page(Element author) {
        var link = Optional.ofNullable(author.selectFirst(".u-url[href]"))
                .or(() -> author.hasAttr("href") ? Optional.of(author) : Optional.empty())
                .or(() -> Optional.ofNullable(author.selectFirst("a[href]")));
        return link.map(each -> each.absUrl("href"))
                .filter(address -> WebHost.of(address).isPresent())
                .orElse(null);
    }

    private static @Nullable Instant time(Element entry) {
        return properties(entry, ".dt-published")
                .findFirst()
                .map(each -> each.hasAttr("datetime") ? each.attr("datetime") : each.text())
                .filter(written -> written.length() <= MAX_TIME)
                .flatMap(written -> TimestampFormats.parse(written.strip()))
                .orElse(null);
    }

    private static @Nullable String text(Element entry) {
        var content = Stream.of(".e-content, .p-content", ".p-summary", ".p-name")
                .flatMap(selector -> properties(entry, selector))
                .findFirst();
        return content.map(each -> HtmlText.of(each.html())).orElse(null);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
