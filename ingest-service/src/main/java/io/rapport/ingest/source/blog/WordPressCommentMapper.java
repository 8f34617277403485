package io.rapport.ingest.source.blog;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.SettingsReader;
import java.util.List;
import java.util.Set;

/** Maps comments. A reply of the brand has a recipient only if the comment it answers is in the same payload. */
final class WordPressCommentMapper {

    private static final Set<String> WITHDRAWN = Set.of("spam", "trash", "delete", "deleted");

    private final List<PayloadNode> all;
    private final SourceSettings settings;
    private final Set<String> authors;
    private final PayloadMapping mapping;

    WordPressCommentMapper(List<PayloadNode> all, SourceSettings settings, PayloadMapping mapping) {
        this.all = all;
        this.settings = settings;
        this.mapping = mapping;
        this.authors = Set.copyOf(SettingsReader.texts(settings, "authors"));
    }

    void map(PayloadNode node) {
        var comment = WordPressComment.of(node);
        var status = comment.status();
        var isWithdrawn = WITHDRAWN.contains(status);
        if (!isWithdrawn && !status.equals("approved")) {
            mapping.ignore("comment." + status);
        } else if (isOwn(comment)) {
            mapReply(comment, isWithdrawn);
        } else {
            switch (comment.type()) {
                case "comment" -> mapComment(comment, isWithdrawn);
                case "pingback", "trackback" -> mapLink(comment, isWithdrawn);
                default -> mapping.ignore(comment.type());
            }
        }
    }

    private void mapComment(WordPressComment comment, boolean isWithdrawn) {
        var account = account(comment);
        var kind = comment.parent() == null ? EngagementKind.COMMENT : EngagementKind.REPLY;
        mapping.add(describe(engagement(comment, account, kind, Direction.INBOUND), comment, account)
                .with("content.text", comment.text())
                .forAccount(account, comment.revision(isWithdrawn), isWithdrawn));
    }

    /** A pingback or trackback: a page of another site that links to the post. */
    private void mapLink(WordPressComment comment, boolean isWithdrawn) {
        var account = account(comment);
        var page = comment.page();
        mapping.add(engagement(comment, account, EngagementKind.CITATION, Direction.INBOUND)
                .with(
                        "actor.id",
                        WebHost.of(page)
                                .orElseThrow(
                                        () -> comment.comment().at("author_url").missing()))
                .with("actor.displayName", comment.name())
                .with("object.url", page)
                .with("content.text", comment.text())
                .forAccount(account, comment.revision(isWithdrawn), isWithdrawn));
    }

    private void mapReply(WordPressComment comment, boolean isWithdrawn) {
        var recipient = all.stream()
                .map(WordPressComment::of)
                .filter(each -> each.id().equals(comment.parent()) && !isOwn(each))
                .findFirst();
        if (recipient.isEmpty()) {
            mapping.ignore("comment.own");
            return;
        }
        var account = account(comment);
        mapping.add(describe(
                        engagement(comment, account, EngagementKind.REPLY, Direction.OUTBOUND),
                        recipient.get(),
                        account)
                .with("staff.id", comment.user())
                .with("staff.name", comment.name())
                .with("content.text", comment.text())
                .forAccount(account, comment.revision(isWithdrawn), isWithdrawn));
    }

    private static SourceEngagement engagement(
            WordPressComment comment, String account, EngagementKind kind, Direction direction) {
        var post = account + "/?p=" + comment.post();
        var parent = comment.parent();
        return SourceEngagement.of(
                        "comment:" + account + ":" + comment.id(), "blog", direction, kind, comment.writtenAt())
                .with("object.id", "comment:" + account + ":" + comment.id())
                .with("object.inReplyTo", parent == null ? post : "comment:" + account + ":" + parent)
                .with("object.conversation", post)
                .with("object.url", comment.link());
    }

    /** Visitors are known by their address, else their page, else their name on this blog. */
    private static SourceEngagement describe(SourceEngagement engagement, WordPressComment author, String account) {
        var user = author.user();
        var email = author.email();
        var page = author.page();
        var name = author.name();
        if (user == null && email == null && page == null && name == null) {
            throw author.comment().at("author_name").missing();
        }
        return engagement
                .with("actor.id", user != null ? account + ":" + user : email != null ? email : page)
                .with("actor.name", user == null && email == null && page == null ? name : null)
                .with("actor.displayName", name)
                .with("actor.email", email)
                .with("actor.url", page);
    }

    private boolean isOwn(WordPressComment comment) {
        var user = comment.user();
        return user != null && authors.contains(user);
    }

    private String account(WordPressComment comment) {
        var host = WebHost.of(comment.link());
        return host.filter(settings::isAccount)
                .or(() -> SettingsReader.onlyAccount(settings))
                .or(() -> host)
                .orElseThrow(() -> comment.comment().at("link").missing());
    }
}
