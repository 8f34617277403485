package io.rapport.ingest.source.mastodon;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.source.payload.HtmlText;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps statuses: those of other accounts that concern the account, and its own. */
record MastodonStatusMapper(OwnAccount own, PayloadMapping mapping) {

    private static final String CHANNEL = "mastodon";

    /** Maps a status that came without a notification. */
    void map(PayloadNode status) {
        var author = status.at("account").requireObject();
        if (own.is(author)) {
            mapOwn(status);
        } else if (status.at("mentions").elements().stream().anyMatch(own::is)) {
            map(status, EngagementKind.MENTION);
        } else {
            status.at("id").requiredId();
            mapping.ignore("status");
        }
    }

    /**
     * Maps a status by another account.
     *
     * @param notified the kind by the type of the notification: a mention or a quote
     */
    void map(PayloadNode status, EngagementKind notified) {
        var isDirect = "direct".equals(status.at("visibility").text());
        var kind = isDirect ? EngagementKind.MESSAGE : isReplyToOwn(status) ? EngagementKind.REPLY : notified;
        add(
                status,
                begin(
                                "status:" + idOf(status),
                                kind,
                                status.at("account").requireObject(),
                                status.at("created_at").requiredTime())
                        .with("mentions", mentions(status)));
    }

    private List<String> mentions(PayloadNode status) {
        return status.at("mentions").elements().stream()
                .filter(mention -> !own.is(mention))
                .flatMap(mention -> own.addressOf(mention).stream())
                .toList();
    }

    /** Withdraws a status of another account; of it only the id and its author are known. */
    void withdraw(PayloadNode status) {
        var author = status.at("account").requireObject();
        mapping.add(begin(
                        "status:" + idOf(status),
                        EngagementKind.MENTION,
                        author,
                        status.at("created_at").requiredTime())
                .forAccount(own.id(), null, true));
    }

    private void mapOwn(PayloadNode status) {
        var reblog = status.at("reblog");
        var parent = status.at("in_reply_to_account_id").id();
        var recipient = status.at("mentions").elements().stream()
                .filter(mention -> !own.is(mention))
                .filter(mention ->
                        parent == null || parent.equals(mention.at("id").id()))
                .findFirst();
        var isDirect = "direct".equals(status.at("visibility").text());
        if (reblog.isPresent() && !own.is(reblog.at("account"))) {
            addOutbound(status, EngagementKind.SHARE, reblog.at("account").requireObject());
        } else if (recipient.isPresent() && (isDirect || parent != null)) {
            addOutbound(status, isDirect ? EngagementKind.MESSAGE : EngagementKind.REPLY, recipient.get());
        } else if (isDirect || reblog.isPresent()) {
            mapping.ignore("status.own");
        } else {
            var id = idOfAccount(status.at("account"));
            add(
                    status,
                    engagement(status, EngagementKind.POST).with("actor.id", id).with("staff.id", own.id()));
        }
    }

    private void addOutbound(PayloadNode status, EngagementKind kind, PayloadNode recipient) {
        add(status, describe(engagement(status, kind), recipient).with("staff.id", own.id()));
    }

    private SourceEngagement engagement(PayloadNode status, EngagementKind kind) {
        return SourceEngagement.of(
                "status:" + idOf(status),
                CHANNEL,
                Direction.OUTBOUND,
                kind,
                status.at("created_at").requiredTime());
    }

    private void add(PayloadNode status, SourceEngagement engagement) {
        var shared = status.firstOf("reblog", "quote");
        var original = shared.at("quoted_status").or(shared);
        var changed = Objects.requireNonNullElse(
                status.at("edited_at").time(), status.at("created_at").requiredTime());
        mapping.add(engagement
                .with("object.id", idOf(status))
                .with("object.inReplyTo", localId(status.at("in_reply_to_id")))
                .with("object.shareOf", original.at("id").isPresent() ? idOf(original) : null)
                .with("object.url", status.at("url").text())
                .with("content.text", HtmlText.of(status.at("content").text()))
                .with("content.language", status.at("language").text())
                .forAccount(own.id(), changed.toEpochMilli(), false));
    }

    /** Whether a status replies to the account: {@code in_reply_to_account_id} is a local id, which a mention resolves. */
    private boolean isReplyToOwn(PayloadNode status) {
        var parent = status.at("in_reply_to_account_id").id();
        return parent != null
                && status.at("mentions").elements().stream()
                        .filter(mention -> parent.equals(mention.at("id").id()))
                        .anyMatch(own::is);
    }

    /** Begins an inbound engagement. */
    SourceEngagement begin(String sourceId, EngagementKind kind, PayloadNode account, Instant time) {
        return describe(SourceEngagement.of(sourceId, CHANNEL, Direction.INBOUND, kind, time), account);
    }

    private SourceEngagement describe(SourceEngagement engagement, PayloadNode account) {
        return engagement
                .with("actor.id", idOfAccount(account))
                .with("actor.displayName", account.at("display_name").text())
                .with("actor.url", account.at("url").text())
                .with("actor.bio", HtmlText.of(account.at("note").text()))
                .with("actor.followers", account.at("followers_count").number())
                .with("actor.bot", account.at("bot").flag() ? Boolean.TRUE : null);
    }

    /** The id of an account on all servers. */
    String idOfAccount(PayloadNode account) {
        return own.addressOf(account)
                .orElseThrow(() -> account.at("uri")
                        .absent(account.at("uri").path()
                                + " is missing, and acct has no host: set the server of the connection."));
    }

    /** The id of a status: its address on all servers, else its id on the server of the connection. */
    String idOf(PayloadNode status) {
        var address = status.firstOf("uri", "url").text();
        return address != null ? address : local(status.at("id").requiredId());
    }

    private @Nullable String localId(PayloadNode id) {
        var local = id.id();
        return local == null ? null : local(local);
    }

    private String local(String id) {
        return own.host() == null ? id : own.host() + "/" + id;
    }
}
