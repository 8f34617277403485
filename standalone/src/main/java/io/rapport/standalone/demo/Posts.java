package io.rapport.standalone.demo;

import io.rapport.contracts.engagement.Content;
import io.rapport.contracts.engagement.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the brand itself posts: something every other day, more often than not without selling anything. */
final class Posts {

    private static final double PER_DAY = 0.55;
    private static final double SELLING = 0.28;

    private final Map<String, NavigableMap<Instant, Draft>> byChannel = new HashMap<>();

    /** Writes the year's posts, each on every channel the brand is on, and what the team says below them. */
    static Posts write(Script script) {
        var posts = new Posts();
        for (var day = 0; day < script.span().days(); day++) {
            if (day == 0 || script.chance().happens(PER_DAY)) {
                posts.write(script, day);
            }
        }
        return posts;
    }

    /** The newest post on a channel at a moment; null before the first. */
    @Nullable
    Draft newest(String channel, Instant at) {
        var entry = byChannel.getOrDefault(channel, new TreeMap<>()).floorEntry(at);
        return entry == null ? null : entry.getValue();
    }

    private void write(Script script, int day) {
        var chance = script.chance();
        var brand = script.brand();
        var at = script.span().on(day, 7, 9, chance);
        var staff = script.somebodyOfTheTeam();
        var selling = chance.happens(SELLING);
        var text =
                script.words(selling ? "promotion" : "post", DemoActor.of("web", brand.handle(), brand.name()), staff);
        for (var channel : brand.channels()) {
            var account = DemoActor.of(channel, brand.handle(), brand.name());
            var post = script.add(channel, account, at)
                    .kind(Kind.POST)
                    .from(staff)
                    .content(new Content(text, null, List.of(selling ? "offer" : "story"), selling, null, null));
            byChannel.computeIfAbsent(channel, any -> new TreeMap<>()).put(at, post);
        }
        if (chance.happens(0.12)) {
            ownComment(script, chance.pick(brand.channels()), day);
        }
    }

    /** The team below its own post: not an audience, and not counted as one. */
    private void ownComment(Script script, String channel, int day) {
        var at = script.span().on(day, 10, 17, script.chance());
        var post = newest(channel, at);
        if (post == null) {
            return;
        }
        var staff = script.somebodyOfTheTeam();
        var account = DemoActor.of(channel, String.valueOf(staff.id()), String.valueOf(staff.name()));
        script.add(channel, account, at)
                .kind(Kind.COMMENT)
                .replyTo(post)
                .text(script.words("staff.comment", account, staff));
    }
}
