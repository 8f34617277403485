package io.rapport.standalone.acceptance;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The resonance of posts by the rules of the glossary, computed from all rows at once without any code of the product: each post
 * beside the 20 posts before it, all at the age that it has reached by the latest row.
 */
final class ReferencePosts {

    private static final List<Integer> HOURS = List.of(1, 3, 6, 12, 24, 48, 96, 168, 720);

    private final List<EngagementRow> posts;
    private final List<EngagementRow> replies;

    /** The posts of a day, with what happened by then. */
    ReferencePosts(Collection<EngagementRow> rows, LocalDate asOf) {
        var known = rows.stream().filter(row -> !row.day().isAfter(asOf)).toList();
        posts = known.stream()
                .filter(EngagementRow::isPost)
                .sorted(Comparator.comparing(EngagementRow::at))
                .toList();
        replies = known.stream().filter(row -> row.inReplyTo() != null).toList();
    }

    record Post(
            long engagements,
            int ageHours,
            long atAge,
            @Nullable Double resonance) {}

    /** All posts by id. */
    Map<String, Post> posts() {
        var all = new TreeMap<String, Post>();
        IntStream.range(0, posts.size()).forEach(i -> all.put(posts.get(i).sourceId(), post(i)));
        return all;
    }

    private Post post(int index) {
        var post = posts.get(index);
        var now = IntStream.range(0, posts.size())
                .mapToObj(posts::get)
                .flatMap(each -> Stream.concat(Stream.of(each), repliesTo(each).stream()))
                .map(EngagementRow::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var age = Duration.between(post.at(), now);
        var hours = HOURS.stream()
                .filter(step -> age.compareTo(Duration.ofHours(step)) >= 0)
                .reduce(0, (before, step) -> step);
        var atAge = hours == 0 ? 0 : count(post, hours);
        var before = posts.subList(Math.max(0, index - 20), index).stream()
                .map(each -> count(each, hours))
                .sorted()
                .toList();
        var n = before.size();
        var median = n < 3 || hours == 0 ? 0 : (before.get((n - 1) / 2) + before.get(n / 2)) / 2.0;
        return new Post(repliesTo(post).size(), hours, atAge, median == 0 ? null : (Double) (atAge / median));
    }

    private long count(EngagementRow post, int hours) {
        var end = post.at().plus(Duration.ofHours(hours));
        return repliesTo(post).stream()
                .filter(reply -> !reply.at().isAfter(end))
                .count();
    }

    private List<EngagementRow> repliesTo(EngagementRow post) {
        return replies.stream()
                .filter(reply -> post.sourceId().equals(reply.inReplyTo()))
                .toList();
    }
}
