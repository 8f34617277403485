package io.rapport.scoring.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.content.PostFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PostResonanceTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    @Test
    void aPostIsComparedWithEarlierPostsAtTheSameAge() {
        var posts = new ArrayList<PostUptake>();
        posts.add(post("a", 0, 1, 2, 3, 500));
        posts.add(post("b", 100, 1, 2));
        posts.add(post("c", 200, 1, 20, 21, 22));
        posts.add(post("d", 300, 0, 1, 2, 3));

        var figures = PostResonance.of(posts);

        assertThat(figures).extracting(PostFigures::post).containsExactly("d", "c", "b", "a");
        var newest = figures.get(0);
        assertThat(newest.ageHours()).isEqualTo(168);
        assertThat(newest.engagements()).isEqualTo(4);
        assertThat(newest.atAge()).isEqualTo(4);
        assertThat(newest.median()).isEqualTo(3.0);
        assertThat(newest.resonance()).isEqualTo(4 / 3.0);
        assertThat(figures.get(1).median())
                .as("fewer than three posts before it")
                .isNull();
        assertThat(figures.get(3).engagements()).isEqualTo(4);
        assertThat(figures.get(3).ageHours()).isEqualTo(168);
        assertThat(figures.get(3).atAge()).isEqualTo(3);
    }

    @Test
    void engagementsWithEarlierPostsAtALaterAgeDoNotCount() {
        var posts = List.of(post("a", 0, 1, 2, 3), post("b", 1, 50, 51), post("c", 2, 1), post("d", 98, 1, 1, 2));

        var newest = PostResonance.of(posts).get(0);

        assertThat(newest.ageHours()).as("two hours old").isEqualTo(1);
        assertThat(newest.atAge()).isEqualTo(2);
        assertThat(newest.median()).isEqualTo(1.0);
        assertThat(newest.resonance()).isEqualTo(2.0);
    }

    @Test
    void aPostYoungerThanAnHourIsNotCompared() {
        var posts = List.of(post("a", 0, 1), post("b", 1, 1), post("c", 2, 1), post("d", 4));

        var newest = PostResonance.of(posts).get(0);

        assertThat(newest.ageHours()).isZero();
        assertThat(newest.median()).isNull();
        assertThat(newest.resonance()).isNull();
    }

    @Test
    void theLatestFortyPostsArePublished() {
        var posts = new ArrayList<PostUptake>();
        for (var i = 0; i < 100; i++) {
            posts.add(post("p" + i, i));
        }

        assertThat(PostResonance.of(posts))
                .hasSize(40)
                .extracting(PostFigures::post)
                .startsWith("p99")
                .endsWith("p60");
        assertThat(PostResonance.mostRecent(posts)).hasSize(PostResonance.POSTS_KEPT);
        assertThat(PostResonance.of(PostResonance.mostRecent(posts))).isEqualTo(PostResonance.of(posts));
    }

    @Property
    void doesNotDependOnTheOrderOfArrival(@ForAll("hours") List<Integer> hours, @ForAll Random random) {
        var order = new ArrayList<>(hours);
        order.add(null);
        Collections.shuffle(order, random);
        var uptake = PostUptake.EMPTY;
        for (var hour : order) {
            uptake = hour == null ? uptake.withPost(started("a", 0), 1) : uptake.withEngagement(START + hour * HOUR, 1);
        }

        assertThat(uptake)
                .isEqualTo(
                        post("a", 0, hours.stream().mapToInt(Integer::intValue).toArray()));
        assertThat(uptake.engagements()).isEqualTo(hours.size());
    }

    @Property
    void sumOfTheDaysIsTheUptake(@ForAll("hours") List<Integer> hours) {
        var post = started("a", 0);
        var days = new TreeMap<Integer, PostDay>();
        var uptake = PostUptake.EMPTY.withPost(post, 100);
        for (var hour : hours) {
            var day = 100 + Math.floorDiv(hour, 24);
            days.put(day, days.getOrDefault(day, PostDay.none(day)).plus(post, START + hour * HOUR));
            uptake = uptake.withEngagement(START + hour * HOUR, day);
        }

        assertThat(PostUptake.of(post, 100, days.values())).isEqualTo(uptake);
    }

    @Property
    void takingBackLeavesWhatWasNeverThere(
            @ForAll("hours") List<Integer> hours, @ForAll("hours") List<Integer> takenBack, @ForAll Random random) {
        var order = new ArrayList<>(hours);
        order.addAll(takenBack);
        order.add(null);
        Collections.shuffle(order, random);
        var uptake = PostUptake.EMPTY;
        var left = new ArrayList<>(takenBack);
        for (var hour : order) {
            uptake = hour == null ? uptake.withPost(started("a", 0), 1) : uptake.withEngagement(START + hour * HOUR, 1);
            // Taken back at once, before the post or after it.
            if (hour != null && left.remove(hour)) {
                uptake = uptake.withoutEngagement(START + hour * HOUR, 1);
            }
        }
        uptake = uptake.withoutPost();
        assertThat(uptake.isPosted()).isFalse();

        assertThat(uptake.withPost(started("a", 0), 1))
                .usingRecursiveComparison()
                .ignoringFields("lastAt", "lastDay")
                .isEqualTo(
                        post("a", 0, hours.stream().mapToInt(Integer::intValue).toArray()));
    }

    @Test
    void buffersAtMost1000EarlyEngagements() {
        var uptake = PostUptake.EMPTY;
        for (var i = 0; i < 1200; i++) {
            uptake = uptake.withEngagement(START + HOUR, 1);
        }

        assertThat(uptake.withPost(started("a", 0), 1).engagements()).isEqualTo(1000);
    }

    private static PostUptake post(String id, int atHour, int... engagedAfterHours) {
        var uptake = PostUptake.EMPTY.withPost(started(id, atHour), 1);
        for (var hours : engagedAfterHours) {
            uptake = uptake.withEngagement(START + (atHour + hours) * HOUR, 1);
        }
        return uptake;
    }

    private static BrandPost started(String id, int atHour) {
        return new BrandPost(id, null, START + atHour * HOUR, List.of(), false);
    }

    @Provide
    Arbitrary<List<Integer>> hours() {
        return Arbitraries.integers().between(-1, 800).list().ofMaxSize(40);
    }
}
