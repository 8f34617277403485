package io.rapport.scoring.query;

import io.rapport.scoring.domain.content.ChannelPosts;
import io.rapport.scoring.domain.content.PostResonance;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects the latest posts of each channel from several partitions, for the first channels by name. */
final class ContentSum {

    static final int MAX_CHANNELS = 50;

    private final TreeMap<String, ChannelPosts> channels = new TreeMap<>();

    void add(ChannelPosts more) {
        channels.merge(more.channel(), more, ContentSum::plus);
        if (channels.size() > MAX_CHANNELS) {
            channels.pollLastEntry();
        }
    }

    List<ChannelPosts> channels() {
        return List.copyOf(channels.values());
    }

    private static ChannelPosts plus(ChannelPosts one, ChannelPosts other) {
        var all = Stream.concat(one.posts().stream(), other.posts().stream()).toList();
        return new ChannelPosts(one.channel(), PostResonance.mostRecent(all));
    }
}
