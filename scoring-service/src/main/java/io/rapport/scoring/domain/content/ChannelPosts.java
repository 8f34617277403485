package io.rapport.scoring.domain.content;

import java.util.List;

/** Posts of one channel, each with what happened up to a day. */
public record ChannelPosts(String channel, List<PostUptake> posts) {}
