package io.rapport.ingest.source.chatwoot;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps one message. */
final class ChatwootMessageMapper {

    private static final Map<String, String> CHANNELS = Map.of(
            "Channel::Email", "email",
            "Channel::FacebookPage", "facebook",
            "Channel::Instagram", "instagram",
            "Channel::TwitterProfile", "x",
            "Channel::Whatsapp", "whatsapp",
            "Channel::Telegram", "telegram",
            "Channel::Line", "line",
            "Channel::Sms", "sms",
            "Channel::TwilioSms", "sms");

    private final PayloadNode message;
    private final SourceSettings settings;
    private final PayloadMapping mapping;
    private final String installationAccount;

    ChatwootMessageMapper(PayloadNode message, SourceSettings settings, PayloadMapping mapping) {
        this.message = message;
        this.settings = settings;
        this.mapping = mapping;
        this.installationAccount = message.at("account", "id").requiredId();
    }

    void map() {
        var type = message.at("message_type").requiredId();
        switch (type) {
            case "incoming", "0" -> map(Direction.INBOUND);
            case "outgoing", "1" -> map(Direction.OUTBOUND);
            default -> mapping.ignore("message." + type);
        }
    }

    private void map(Direction direction) {
        if (message.at("private").flag()) {
            mapping.ignore("message.private");
            return;
        }
        var contact = direction == Direction.INBOUND
                ? message.at("sender").requireObject()
                : message.at("conversation")
                        .requireObject()
                        .at("meta", "sender")
                        .requireObject();
        var deleted = message.at("content_attributes", "deleted").flag();
        var engagement = begin(direction)
                .with("content.text", deleted ? null : message.at("content").text());
        describe(engagement, contact);
        if (direction == Direction.OUTBOUND
                && !"agent_bot".equals(message.at("sender", "type").text())) {
            engagement
                    .with("staff.id", message.at("sender", "id").id())
                    .with("staff.name", message.at("sender", "name").text());
        }
        mapping.add(engagement.forAccount(account(), revision(), deleted));
    }

    private SourceEngagement begin(Direction direction) {
        var id = message.at("id").requiredId();
        var conversation = message.at("conversation").requireObject();
        var channel = CHANNELS.getOrDefault(
                Objects.requireNonNullElse(conversation.at("channel").text(), ""), "chat");
        return SourceEngagement.of(
                        "message:" + installationAccount + ":" + id,
                        channel,
                        direction,
                        channel.equals("email") ? EngagementKind.EMAIL : EngagementKind.MESSAGE,
                        time(message.at("created_at")))
                .with("object.id", "message:" + id)
                .with(
                        "object.conversation",
                        "conversation:" + conversation.at("id").requiredId());
    }

    private void describe(SourceEngagement engagement, PayloadNode contact) {
        engagement
                .with("actor.id", installationAccount + ":" + contact.at("id").requiredId())
                .with("actor.displayName", contact.at("name").text())
                .with("actor.email", contact.at("email").text())
                .with("actor.phone", contact.at("phone_number").text());
    }

    private @Nullable Long revision() {
        var updated = message.at("updated_at");
        var isUpdate = "message_updated".equals(message.at("event").text());
        if (!isUpdate) {
            return null;
        }
        return updated.isPresent() ? time(updated).toEpochMilli() : SourceMapping.AT_RECEIPT;
    }

    /** Webhooks have ISO 8601 for messages, and seconds since 1970 in older versions. */
    private static Instant time(PayloadNode time) {
        if (!time.isPresent()) {
            throw time.missing();
        }
        return time.isText() ? time.requiredTime() : time.requiredEpoch();
    }

    private String account() {
        var inbox = message.at("inbox", "id").id();
        var both = installationAccount + "/" + inbox;
        return inbox != null && settings.isAccount(both) ? both : installationAccount;
    }
}
