package io.rapport.ingest.source.mastodon;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;

/** Maps one notification. Grouped notifications do not contain the account of each event, and are refused. */
record MastodonNotificationMapper(MastodonStatusMapper statuses, PayloadMapping mapping) {

    void map(PayloadNode notification) {
        var type = notification.at("type").requiredText();
        switch (type) {
            case "mention" -> statuses.map(notification.at("status").requireObject(), EngagementKind.MENTION);
            case "quote" -> statuses.map(notification.at("status").requireObject(), EngagementKind.QUOTE);
            case "favourite" -> add(notification, EngagementKind.REACTION, "object.inReplyTo");
            case "reblog" -> add(notification, EngagementKind.SHARE, "object.shareOf");
            case "follow" -> addFollow(notification);
            default -> mapping.ignore("notification." + type);
        }
    }

    private void add(PayloadNode notification, EngagementKind kind, String reference) {
        var status = statuses.idOf(notification.at("status").requireObject());
        var account = notification.at("account").requireObject();
        var time = notification.at("created_at").requiredTime();
        mapping.add(statuses.begin(
                        notification.at("type").requiredText() + ":" + status + ":" + statuses.idOfAccount(account),
                        kind,
                        account,
                        time)
                .with(reference, status)
                .forAccount(statuses.own().id(), time.toEpochMilli(), false));
    }

    private void addFollow(PayloadNode notification) {
        var account = notification.at("account").requireObject();
        var time = notification.at("created_at").requiredTime();
        mapping.add(statuses.begin("follow:" + statuses.idOfAccount(account), EngagementKind.FOLLOW, account, time)
                .forAccount(statuses.own().id(), time.toEpochMilli(), false));
    }
}
