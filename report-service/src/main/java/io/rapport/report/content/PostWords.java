package io.rapport.report.content;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.report.domain.content.ContentReport.ChannelPost;
import io.rapport.report.domain.engagement.EngagementListing;
import io.rapport.report.domain.engagement.EngagementRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of posts. */
final class PostWords {

    private static final int MAX_TEXT = EngagementRepository.MAX_TEXT;

    private final Map<PostKey, String> texts;

    private PostWords(Map<PostKey, String> texts) {
        this.texts = texts;
    }

    private record PostKey(String channel, String post) {}

    /** Reads the texts of these posts in one query: a post is found by its time, and recognised by its channel and id. */
    static PostWords find(EngagementRepository engagements, BrandKey brand, List<ChannelPost> posts) {
        var times = posts.stream().map(post -> post.figures().postedAt()).toList();
        var texts = new HashMap<PostKey, String>();
        engagements.findListedAt(brand, EngagementListing.POST, times).forEach(post -> add(texts, post));
        return new PostWords(texts);
    }

    private static void add(Map<PostKey, String> texts, EngagementReceived post) {
        var object = post.object();
        var content = post.content();
        if (object != null && object.id() != null && content != null && content.text() != null) {
            texts.put(new PostKey(post.channel(), object.id()), shortened(content.text()));
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT)) + "…";
    }

    @Nullable
    String of(ChannelPost post) {
        return texts.get(new PostKey(post.channel(), post.figures().post()));
    }
}
