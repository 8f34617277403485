package io.rapport.ingest.source.x;

import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;

/** Maps direct messages; their users are in a map beside the events, in the shape of either version. */
final class XMessages {

    private XMessages() {}

    static void map(PayloadNode event, PayloadNode users, String account, PayloadMapping mapping) {
        var type = event.at("type").requiredText();
        if (!type.equals("message_create")) {
            mapping.ignore("direct_message_events." + type);
            return;
        }
        var sender = event.at("message_create", "sender_id").requiredId();
        var recipient = event.at("message_create", "target", "recipient_id").requiredId();
        mapping.add(new XRelationMapper(account)
                .message(event, account(users.at(sender), sender), account(users.at(recipient), recipient)));
    }

    private static XAccount account(PayloadNode user, String id) {
        if (user.at("data").isPresent()) {
            return new XAccount(id, user.at("data", "username").text(), user.at("data"));
        }
        return new XAccount(id, user.at("screen_name").text(), user);
    }
}
