package io.rapport.ingest.source.github;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Maps one event. */
final class GitHubEventMapper {

    private static final int CENTS = 2;

    private final String event;
    private final PayloadNode root;
    private final PayloadNode repository;
    private final PayloadMapping mapping;
    private final SourceSettings settings;

    GitHubEventMapper(String event, PayloadNode root, SourceSettings settings, PayloadMapping mapping) {
        this.event = event;
        this.root = root;
        this.repository = root.at("repository");
        this.settings = settings;
        this.mapping = mapping;
    }

    void map() {
        switch (event) {
            case "star" -> mapStar();
            case "fork" -> mapFork();
            case "issues" -> mapTopic("issue");
            case "pull_request" -> mapTopic("pull_request");
            case "discussion" -> mapTopic("discussion");
            case "issue_comment" -> mapComment("issue");
            case "discussion_comment" -> mapComment("discussion");
            case "pull_request_review_comment" -> mapComment("pull_request");
            case "commit_comment" -> mapComment("commit");
            case "release" -> mapRelease();
            case "sponsorship" -> mapSponsorship();
            default -> ignore(root.at("action").text());
        }
    }

    private void mapStar() {
        var action = root.at("action").requiredText();
        var user = new GitHubUser(root.at("sender").requireObject(), null);
        if (user.isStaff(repository)) {
            ignore("own");
            return;
        }
        var time = root.at("starred_at").time();
        mapping.add(user.describe(begin(
                        "star:" + repositoryId() + ":" + user.id(), Direction.INBOUND, EngagementKind.REACTION, time))
                .forAccount(account(), revision(time), action.equals("deleted")));
    }

    private void mapFork() {
        var fork = root.at("forkee").requireObject();
        var user = new GitHubUser(root.at("sender").requireObject(), null);
        if (user.isStaff(repository)) {
            ignore("own");
            return;
        }
        var id = fork.at("id").requiredId();
        mapping.add(user.describe(begin(
                        "fork:" + id,
                        Direction.INBOUND,
                        EngagementKind.SHARE,
                        fork.at("created_at").requiredTime()))
                .with("object.id", fork.at("html_url").text())
                .with("object.shareOf", repository.at("html_url").text())
                .forAccount(account()));
    }

    /** Maps what begins a conversation: an issue, a pull request, a discussion. */
    private void mapTopic(String name) {
        var action = root.at("action").requiredText();
        var topic = root.at(name).requireObject();
        var author = author(topic);
        if (!action.matches("opened|created|edited|deleted")) {
            ignore(action);
        } else if (author.isStaff(repository)) {
            ignore("own");
        } else {
            var title = topic.at("title").text();
            var body = topic.at("body").text();
            mapping.add(author.describe(message(name, topic, EngagementKind.MENTION, Direction.INBOUND))
                    .with("object.conversation", name + ":" + topic.at("id").requiredId())
                    .with("content.text", body == null ? title : title == null ? body : title + "\n\n" + body)
                    .forAccount(account(), changed(topic, action), action.equals("deleted")));
        }
    }

    private void mapComment(String topicName) {
        var action = root.at("action").requiredText();
        var comment = root.at("comment").requireObject();
        var topic = root.at(topicName);
        var author = author(comment);
        var asker = topic.isPresent() ? author(topic) : null;
        var isOwn = author.isStaff(repository);
        if (!action.matches("created|edited|deleted")) {
            ignore(action);
            return;
        }
        if (isOwn && (asker == null || asker.isStaff(repository))) {
            ignore("own");
            return;
        }
        var topicId = topic.isPresent()
                ? topicName + ":" + topic.at("id").requiredId()
                : topicName + ":" + comment.at("commit_id").requiredText();
        var parent = comment.firstOf("parent_id", "in_reply_to_id").id();
        var engagement = message(
                        event,
                        comment,
                        isOwn || parent != null ? EngagementKind.REPLY : EngagementKind.COMMENT,
                        isOwn ? Direction.OUTBOUND : Direction.INBOUND)
                .with("object.inReplyTo", parent == null ? topicId : event + ":" + parent)
                .with("object.conversation", topicId)
                .with("content.text", comment.at("body").text());
        mapping.add((isOwn && asker != null ? author.staff(asker.describe(engagement)) : author.describe(engagement))
                .forAccount(account(), changed(comment, action), action.equals("deleted")));
    }

    private void mapRelease() {
        var action = root.at("action").requiredText();
        var release = root.at("release").requireObject();
        if (!action.matches("published|edited|deleted|unpublished")) {
            ignore(action);
            return;
        }
        var published = release.firstOf("published_at", "created_at").requiredTime();
        var isWithdrawn = action.equals("deleted") || action.equals("unpublished");
        var changed = action.equals("published")
                ? published
                : release.at("updated_at").time();
        if (changed == null && !isWithdrawn) {
            ignore(action);
            return;
        }
        var id = "release:" + release.at("id").requiredId();
        mapping.add(begin(id, Direction.OUTBOUND, EngagementKind.POST, published)
                .with("actor.id", repository.at("owner", "id").requiredId())
                .with("actor.name", repository.at("owner", "login").requiredText())
                .with("staff.id", release.at("author", "id").id())
                .with("staff.name", release.at("author", "login").text())
                .with("object.id", id)
                .with("object.url", release.at("html_url").text())
                .with("content.text", release.firstOf("name", "tag_name").text())
                .forAccount(
                        account(),
                        isWithdrawn ? Long.valueOf(SourceMapping.AT_RECEIPT) : revision(changed),
                        isWithdrawn));
    }

    private void mapSponsorship() {
        var action = root.at("action").requiredText();
        if (!action.equals("created")) {
            ignore(action);
            return;
        }
        var sponsorship = root.at("sponsorship").requireObject();
        var id = sponsorship.at("node_id").requiredText();
        var sponsor = new GitHubUser(sponsorship.at("sponsor").requireObject(), null);
        var cents = sponsorship.at("tier", "monthly_price_in_cents").requiredId();
        mapping.add(sponsor.describe(begin(
                        "sponsorship:" + id,
                        Direction.INBOUND,
                        EngagementKind.PURCHASE,
                        sponsorship.at("created_at").requiredTime()))
                .with("value.amount", amount(cents, sponsorship))
                .with("value.currency", "USD")
                .with("value.orderId", id)
                .forAccount(sponsorship.at("sponsorable", "login").requiredText()));
    }

    private static BigDecimal amount(String cents, PayloadNode sponsorship) {
        if (!cents.matches("\\d{1,12}")) {
            throw sponsorship.at("tier", "monthly_price_in_cents").wrong("has to be a number of cents");
        }
        return new BigDecimal(cents).movePointLeft(CENTS);
    }

    private SourceEngagement message(String type, PayloadNode message, EngagementKind kind, Direction direction) {
        var id = type + ":" + message.at("id").requiredId();
        return begin(id, direction, kind, message.at("created_at").requiredTime())
                .with("object.id", id)
                .with("object.url", message.at("html_url").text());
    }

    private static SourceEngagement begin(String id, Direction direction, EngagementKind kind, @Nullable Instant time) {
        return SourceEngagement.of(id, "github", direction, kind, time);
    }

    private static GitHubUser author(PayloadNode message) {
        return new GitHubUser(
                message.at("user").requireObject(),
                message.at("author_association").text());
    }

    /** A deletion does not change the time of the last change. */
    private static @Nullable Long changed(PayloadNode message, String action) {
        var revision = revision(message.at("updated_at").time());
        return revision == null || !action.equals("deleted") ? revision : Long.valueOf(revision + 1);
    }

    private static @Nullable Long revision(@Nullable Instant time) {
        return time == null ? null : Long.valueOf(time.toEpochMilli());
    }

    private String repositoryId() {
        return repository.at("id").requiredId();
    }

    private String account() {
        var owner = repository.at("owner", "login").requiredText();
        return settings.isAccount(owner) ? owner : repository.at("full_name").requiredText();
    }

    private void ignore(@Nullable String action) {
        mapping.ignore(action == null ? event : event + "." + action);
    }
}
