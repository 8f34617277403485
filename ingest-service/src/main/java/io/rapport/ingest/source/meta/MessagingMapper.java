package io.rapport.ingest.source.meta;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Maps one event of a conversation in Messenger or Instagram. */
final class MessagingMapper {

    private final MetaChannel channel;
    private final String account;
    private final PayloadNode event;
    private final Instant time;
    private final boolean outbound;
    private final String person;

    private MessagingMapper(MetaChannel channel, String account, PayloadNode event) {
        this.channel = channel;
        this.account = account;
        this.event = event;
        this.time = event.at("timestamp").requiredEpoch();
        var sender = event.at("sender", "id").requiredId();
        this.outbound = event.at("message", "is_echo").flag() || sender.equals(account);
        this.person = sender.equals(account) ? event.at("recipient", "id").requiredId() : sender;
    }

    static void map(MetaChannel channel, String account, PayloadNode event, PayloadMapping mapping) {
        if (event.at("message").isPresent()) {
            var mapper = new MessagingMapper(channel, account, event);
            mapping.add(mapper.message(event.at("message").requireObject())
                    .forAccount(
                            account,
                            mapper.revision(),
                            event.at("message", "is_deleted").flag()));
        } else if (event.at("message_edit").isPresent()) {
            var mapper = new MessagingMapper(channel, account, event);
            mapping.add(mapper.message(event.at("message_edit").requireObject())
                    .forAccount(account, mapper.time.toEpochMilli(), false));
        } else if (event.at("reaction").isPresent()) {
            new MessagingMapper(channel, account, event).addReaction(mapping);
        } else {
            mapping.ignore("messaging." + type(event));
        }
    }

    /** A message is changed only by its deletion. */
    private @Nullable Long revision() {
        return event.at("message", "is_deleted").flag() ? Long.valueOf(time.toEpochMilli()) : null;
    }

    private SourceEngagement message(PayloadNode message) {
        var id = message.at("mid").requiredId();
        var isMention = message.at("attachments").elements().stream()
                .anyMatch(attachment ->
                        "story_mention".equals(attachment.at("type").text()));
        var replyTo = message.at("reply_to");
        return begin("message:" + id, isMention ? EngagementKind.MENTION : EngagementKind.MESSAGE)
                .with("object.id", id)
                .with(
                        "object.inReplyTo",
                        replyTo.at("mid").isPresent()
                                ? replyTo.at("mid").id()
                                : replyTo.at("story", "id").id())
                .with("object.conversation", account + ":" + person)
                .with("content.text", message.at("text").text());
    }

    private void addReaction(PayloadMapping mapping) {
        var reaction = event.at("reaction").requireObject();
        var message = reaction.at("mid").requiredId();
        var action = reaction.at("action").requiredText();
        mapping.add(begin("reaction:" + message + ":" + person, EngagementKind.REACTION)
                .with("object.inReplyTo", message)
                .forAccount(account, time.toEpochMilli(), action.equals("unreact")));
    }

    private SourceEngagement begin(String sourceId, EngagementKind kind) {
        return outbound
                ? channel.outbound(sourceId, kind, time, account, person)
                : channel.inbound(sourceId, kind, time, account, person);
    }

    private static String type(PayloadNode event) {
        return event.requireObject().names().stream()
                .filter(name -> !name.equals("sender") && !name.equals("recipient") && !name.equals("timestamp"))
                .findFirst()
                .orElse("empty");
    }
}
