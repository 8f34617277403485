package io.rapport.demo;

import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the brand itself posts: something every other day, more often than not without selling anything. */
final class PostGenerator {

    private static final double PER_DAY = 0.55;
    private static final double SELLING = 0.28;

    /** A post, and how likely somebody who sees it takes it up. */
    private record Post(EngagementDraft draft, double pull) {}

    private final SeededRandom chance;
    private final Map<String, NavigableMap<Instant, Post>> byChannel = new HashMap<>();

    private PostGenerator(SeededRandom chance) {
        this.chance = chance;
    }

    /** Writes the year's posts, each on every channel the brand is on, and what the team says below them. */
    static PostGenerator write(DemoScript script) {
        var posts = new PostGenerator(script.chance());
        for (var day = 0; day < script.span().days(); day++) {
            if (day == 0 || script.chance().happens(PER_DAY)) {
                posts.write(script, day);
            }
        }
        return posts;
    }

    /** The post that somebody takes up on a channel at a moment, looking from the newest backwards; null when none. */
    @Nullable
    EngagementDraft seen(String channel, Instant at) {
        var earlier = byChannel.getOrDefault(channel, new TreeMap<>()).headMap(at, true);
        for (var post : earlier.descendingMap().values()) {
            if (chance.happens(post.pull)) {
                return post.draft;
            }
        }
        return null;
    }

    private void write(DemoScript script, int day) {
        var brand = script.brand();
        var at = script.span().on(day, 7, 9, chance);
        var staff = script.staffMember();
        var theme = chance.happens(SELLING) ? PostTheme.OFFER : PostTheme.pickNonSelling(chance);
        var text = script.phrase("post." + theme.topic(), DemoActor.of("web", brand.handle(), brand.name()), staff);
        var pull = Math.min(1, theme.interest() * (0.6 + 0.8 * chance.share()));
        for (var channel : brand.channels()) {
            var account = DemoActor.of(channel, brand.handle(), brand.name());
            var post = script.add(channel, account, at)
                    .kind(EngagementKind.POST)
                    .from(staff)
                    .content(new EngagementContent(text, null, List.of(theme.topic()), theme.sells(), null, null));
            byChannel.computeIfAbsent(channel, any -> new TreeMap<>()).put(at, new Post(post, pull));
        }
        if (chance.happens(0.12)) {
            ownComment(script, chance.pick(brand.channels()), day);
        }
    }

    /** The team below its own post: not an audience, and not counted as one. */
    private void ownComment(DemoScript script, String channel, int day) {
        var at = script.span().on(day, 10, 17, script.chance());
        var post = seen(channel, at);
        if (post == null) {
            return;
        }
        var staff = script.staffMember();
        var account = DemoActor.of(channel, String.valueOf(staff.id()), String.valueOf(staff.name()));
        script.add(channel, account, at)
                .kind(EngagementKind.COMMENT)
                .replyTo(post)
                .text(script.phrase("staff.comment", account, staff));
    }
}
