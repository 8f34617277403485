package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.contracts.engagement.StaffMember;
import io.rapport.ingest.domain.input.EnumValueReader;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the optional parts of an engagement: staff, message and content. */
final class EngagementPartsReader {

    static final int MAX_TEXT = 100_000;

    private static final int MAX_MESSAGE_ID = 1_024;
    private static final int MAX_LINE = 1_000;
    private static final int MAX_URL = 2_048;
    private static final int MAX_TOPICS = 50;
    private static final double STARS = 5;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*");

    private EngagementPartsReader() {}

    static @Nullable StaffMember staff(InputFields staff) {
        var id = staff.id("id", InputFields.MAX_ID);
        var name = staff.line("name", InputFields.MAX_ID);
        return id == null && name == null ? null : new StaffMember(id, name);
    }

    static MessageRef message(InputFields object) {
        var inReplyTo = object.id("inReplyTo", MAX_MESSAGE_ID);
        var shareOf = object.id("shareOf", MAX_MESSAGE_ID);
        return new MessageRef(
                object.id("id", MAX_MESSAGE_ID),
                inReplyTo,
                shareOf,
                object.id("conversation", MAX_MESSAGE_ID),
                object.line("url", MAX_URL),
                inReplyTo == null && shareOf == null ? null : parent(object));
    }

    static EngagementContent content(InputFields content, PaidMarkerMatcher markers) {
        var text = content.text("text", MAX_TEXT);
        var topics = content.lines("topics", MAX_TOPICS, MAX_LINE);
        var paid = content.flag("paid");
        return new EngagementContent(
                text,
                matching(content, "language", LANGUAGE, "a language tag, such as en or pt-BR"),
                topics.isEmpty() ? null : topics,
                content.flag("promotional"),
                text != null && markers.matches(text) ? Boolean.TRUE : paid,
                content.numberBetween("rating", 0, STARS));
    }

    private static ParentSource parent(InputFields object) {
        var parent = object.value("parent");
        return parent == null
                ? ParentSource.OBSERVED
                : EnumValueReader.read(ParentSource.class, parent, object.path("parent"));
    }

    private static @Nullable String matching(InputFields fields, String name, Pattern pattern, String wanted) {
        var text = fields.line(name, MAX_LINE);
        if (text != null && !pattern.matcher(text).matches()) {
            throw InputRejectedException.invalid(
                    fields.path(name), "is '%s', but has to be %s.".formatted(TextCleaner.abbreviate(text), wanted));
        }
        return text;
    }
}
