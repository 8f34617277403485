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

/** Generates the brand's posts: about one every other day, most of them not promotional. */
final class PostGenerator {

    private static final double PROBABILITY_PER_DAY = 0.55;
    private static final double OFFER_PROBABILITY = 0.28;

    /** A post, and the probability that a person reacts to it. */
    private record Post(EngagementDraft draft, double interest) {}

    private final SeededRandom random;
    private final Map<String, NavigableMap<Instant, Post>> byChannel = new HashMap<>();

    private PostGenerator(SeededRandom random) {
        this.random = random;
    }

    /** Generates the posts of the period on every channel of the brand, and the team's comments on them. */
    static PostGenerator generate(DemoScript script) {
        var posts = new PostGenerator(script.random());
        for (var day = 0; day < script.period().days(); day++) {
            if (day == 0 || script.random().happens(PROBABILITY_PER_DAY)) {
                posts.addPost(script, day);
            }
        }
        return posts;
    }

    /** Picks the post that a person on a channel reacts to, from the newest to the oldest; null for none. */
    @Nullable
    EngagementDraft pickSeen(String channel, Instant at) {
        var earlier = byChannel.getOrDefault(channel, new TreeMap<>()).headMap(at, true);
        for (var post : earlier.descendingMap().values()) {
            if (random.happens(post.interest)) {
                return post.draft;
            }
        }
        return null;
    }

    private void addPost(DemoScript script, int day) {
        var brand = script.brand();
        var at = script.period().randomTime(day, 7, 9, random);
        var staff = script.staffMember();
        var theme = random.happens(OFFER_PROBABILITY) ? PostTheme.OFFER : PostTheme.pickNotPromotional(random);
        var text = script.phrase("post." + theme.topic(), DemoActor.of("web", brand.handle(), brand.name()), staff);
        var interest = Math.min(1, theme.interest() * (0.6 + 0.8 * random.nextShare()));
        for (var channel : brand.channels()) {
            var account = DemoActor.of(channel, brand.handle(), brand.name());
            var post = script.add(channel, account, at)
                    .kind(EngagementKind.POST)
                    .sentBy(staff)
                    .content(new EngagementContent(
                            text, null, List.of(theme.topic()), theme.isPromotional(), null, null));
            byChannel.computeIfAbsent(channel, any -> new TreeMap<>()).put(at, new Post(post, interest));
        }
        if (random.happens(0.12)) {
            addOwnComment(script, random.pick(brand.channels()), day);
        }
    }

    /** Adds a comment of the team on its own post, which must not count. */
    private void addOwnComment(DemoScript script, String channel, int day) {
        var at = script.period().randomTime(day, 10, 17, script.random());
        var post = pickSeen(channel, at);
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
