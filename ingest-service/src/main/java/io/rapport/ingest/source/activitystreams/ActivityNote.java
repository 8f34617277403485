package io.rapport.ingest.source.activitystreams;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.source.payload.HtmlText;
import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The object of a Create or an Update. */
record ActivityNote(PayloadNode object) {

    private static final Set<String> WRITTEN = Set.of("Note", "Article", "Question", "Page", "Video", "Image", "Audio");
    private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

    boolean isNote() {
        return object.isPresent() && ActivityObjects.types(object).stream().anyMatch(WRITTEN::contains);
    }

    String type() {
        return object.isPresent()
                ? ActivityObjects.types(object).stream().findFirst().orElse("untyped")
                : "reference";
    }

    String id() {
        var id = object.at("id").text();
        var address = id != null ? id : ActivityObjects.address(object.at("url"));
        if (address == null) {
            throw object.at("id").missing();
        }
        return address;
    }

    @Nullable
    String author() {
        return ActivityObjects.address(object.at("attributedTo"));
    }

    @Nullable
    Instant published() {
        return object.at("published").time();
    }

    @Nullable
    Instant updated() {
        return object.at("updated").time();
    }

    boolean isReply() {
        return object.at("inReplyTo").isPresent();
    }

    boolean isPublic() {
        return Stream.of("to", "cc")
                .flatMap(name -> ActivityObjects.addresses(object.at(name)).stream())
                .anyMatch(address -> address.equals(PUBLIC) || address.equals("as:Public"));
    }

    /** The kind of a note by another actor; one with recipients that is not for the public is a message. */
    EngagementKind kind(String account) {
        if (!isPublic() && ActivityObjects.addresses(object.at("to")).contains(account)) {
            return EngagementKind.MESSAGE;
        }
        return quoted() != null ? EngagementKind.QUOTE : isReply() ? EngagementKind.REPLY : EngagementKind.MENTION;
    }

    /** The only person that the note mentions beside the account; empty if there is none, or if there are several. */
    Optional<String> onlyMention(String account) {
        var mentioned = mentions(account);
        return mentioned.size() == 1 ? Optional.of(mentioned.get(0)) : Optional.empty();
    }

    SourceEngagement describe(SourceEngagement engagement) {
        return engagement
                .with("object.id", id())
                .with("object.inReplyTo", ActivityObjects.address(object.at("inReplyTo")))
                .with("object.shareOf", quoted())
                .with(
                        "object.conversation",
                        object.firstOf("context", "conversation").isText()
                                ? object.firstOf("context", "conversation").text()
                                : null)
                .with("object.url", ActivityObjects.address(object.at("url")))
                .with("content.text", text());
    }

    private @Nullable String text() {
        var content = HtmlText.of(object.at("content").text());
        if (content != null) {
            return content;
        }
        var texts = object.at("contentMap");
        return texts.names().stream()
                .map(language -> HtmlText.of(texts.at(language).text()))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseGet(() -> object.at("name").text());
    }

    private @Nullable String quoted() {
        return Stream.of("quote", "quoteUrl", "quoteUri", "_misskey_quote")
                .map(name -> ActivityObjects.address(object.at(name)))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    /** The accounts that the note mentions beside the account of the connection. */
    List<String> mentions(String account) {
        return mentions().filter(each -> !each.equals(account)).distinct().toList();
    }

    private Stream<String> mentions() {
        return object.at("tag").elementsOrSelf().stream()
                .filter(PayloadNode::isObject)
                .filter(tag -> ActivityObjects.types(tag).contains("Mention"))
                .map(tag -> tag.at("href").text())
                .flatMap(Stream::ofNullable);
    }
}
