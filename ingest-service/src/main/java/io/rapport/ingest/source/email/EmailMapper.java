package io.rapport.ingest.source.email;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.email.EmailHeaders.Party;
import io.rapport.ingest.source.payload.OwnAddresses;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps one message: of the brand to each of its recipients, of another sender to the brand. */
final class EmailMapper {

    private static final int MAX_RECIPIENTS = 20;

    private final EmailHeaders headers;
    private final EmailMessage message;
    private final OwnAddresses own;
    private final int textLength;
    private final PayloadMapping mapping;

    EmailMapper(EmailMessage message, SourceSettings settings, int textLength, PayloadMapping mapping) {
        this.message = message;
        this.headers = message.headers();
        this.own = new OwnAddresses(settings);
        this.textLength = textLength;
        this.mapping = mapping;
    }

    void map() {
        var sender = Stream.concat(headers.parties("from").stream(), headers.parties("sender").stream())
                .findFirst();
        if (sender.isEmpty()) {
            mapping.ignore("mail.without-sender");
            return;
        }
        var recipients = headers.parties("to", "cc");
        var others = recipients.stream().filter(each -> account(each).isEmpty()).toList();
        var sending = account(sender.get());
        var author = sending.isPresent() && others.isEmpty() ? writer() : Optional.<Party>empty();
        var automatic = AutomaticEmailPolicy.reason(message, author.orElse(sender.get()));
        if (automatic.isPresent()) {
            mapping.ignore("mail." + automatic.get());
        } else if (author.isPresent() || sending.isEmpty()) {
            mapInbound(author.orElse(sender.get()), recipients);
        } else if (others.isEmpty() || others.size() > MAX_RECIPIENTS) {
            mapping.ignore(others.isEmpty() ? "mail.own" : "mail.many-recipients");
        } else {
            mapOutbound(sending.get(), sender.get(), others);
        }
    }

    /** The person in Reply-To of a form of the brand's site, which writes to the brand in the brand's name. */
    private Optional<Party> writer() {
        return headers.parties("reply-to").stream()
                .filter(each -> account(each).isEmpty())
                .findFirst();
    }

    private void mapInbound(Party author, List<Party> recipients) {
        var account = Stream.concat(
                        recipients.stream(),
                        headers.parties("delivered-to", "x-original-to", "envelope-to", "bcc").stream())
                .flatMap(each -> account(each).stream())
                .findFirst()
                .or(own::only);
        if (account.isEmpty()) {
            mapping.ignore("mail.other-recipient");
            return;
        }
        mapping.add(describe(engagement(id(), Direction.INBOUND), author).forAccount(account.get()));
    }

    /** One for each recipient. Its position, not its address, is part of the id, which is published as it is. */
    private void mapOutbound(String account, Party sender, List<Party> recipients) {
        for (var i = 0; i < recipients.size(); i++) {
            mapping.add(describe(engagement(id() + ":" + i, Direction.OUTBOUND), recipients.get(i))
                    .with("staff.name", sender.name() == null ? sender.localPart() : sender.name())
                    .forAccount(account));
        }
    }

    private static SourceEngagement describe(SourceEngagement engagement, Party party) {
        return engagement
                .with("actor.id", party.address())
                .with("actor.displayName", party.name())
                .with("actor.email", party.address());
    }

    private SourceEngagement engagement(String sourceId, Direction direction) {
        var references = headers.messageIds("references");
        var replied = headers.messageIds("in-reply-to").stream().findFirst().orElse(last(references));
        var conversation = references.isEmpty() ? replied : references.get(0);
        return SourceEngagement.of(sourceId, "email", direction, EngagementKind.EMAIL, headers.sentAt())
                .with("object.id", id())
                .with("object.inReplyTo", replied)
                .with("object.conversation", conversation == null ? id() : conversation)
                .with("content.text", text(replied != null));
    }

    private @Nullable String text(boolean isReply) {
        var subject = isReply ? null : headers.line("subject");
        var body = message.text();
        var text = subject == null ? body : body == null ? subject : subject + "\n\n" + body;
        if (text == null || text.length() <= textLength) {
            return text;
        }
        var end =
                textLength > 0 && Character.isHighSurrogate(text.charAt(textLength - 1)) ? textLength - 1 : textLength;
        return text.substring(0, end);
    }

    /** The Message-ID; of a message without one, an id of its contents. */
    private String id() {
        return headers.messageIds("message-id").stream()
                .findFirst()
                .orElseGet(() -> DeterministicIds.of(
                                "mail",
                                String.join(
                                        "\n",
                                        headers.first("date"),
                                        headers.first("from"),
                                        headers.first("subject"),
                                        String.valueOf(message.text())))
                        .toString());
    }

    private Optional<String> account(Party party) {
        return own.account(party.address());
    }

    private static @Nullable String last(List<String> ids) {
        return ids.isEmpty() ? null : ids.get(ids.size() - 1);
    }
}
