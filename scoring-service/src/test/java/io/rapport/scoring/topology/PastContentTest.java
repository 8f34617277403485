package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.content.PostFigures;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.scoring.query.DayOutOfRangeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the posts of past days with a reference calculation over all events that are known by now. */
class PastContentTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final Instant BEGIN = Instant.parse("2025-11-01T00:00:00Z");
    private static final LocalDate FIRST = day(BEGIN);
    private static final int DAYS = 120;
    private static final int ASKED = 60;
    private static final int HANDLES = 5;
    private static final List<String> CHANNELS = List.of("mastodon", "x", "x-2");
    private static final int[] HOURS = {1, 3, 6, 12, 24, 48, 96, 168, 720};

    @ParameterizedTest
    @CsvSource({"1,EVENT,false", "2,EVENT,true", "3,LIVE,false", "4,LIVE,true"})
    void everyPastDayIsTheDayThatTheEventsGive(long seed, BrandClock clock, boolean restart) {
        var random = new Random(seed);
        var events = history(random);
        var stream = new ScoringTopologyDriver();
        stream.jump(clock == BrandClock.LIVE ? Duration.ofDays(100) : Duration.ZERO);
        stream.register(ScoringEventFixtures.registered(clock));
        play(stream, events, random);
        if (restart) {
            var restarted = stream.restarted();
            stream.close();
            stream = restarted;
        }
        try (var running = stream) {
            for (int i = 0; i < ASKED; i++) {
                assertDay(running, events, FIRST.plusDays(random.nextInt(DAYS)));
            }
            if (clock == BrandClock.EVENT) {
                assertPublishedDay(running, events);
            }
        }
    }

    @Test
    void otherDaysAndChannelsAreRefusedOrEmpty() {
        var brand = ScoringEventFixtures.registered(BrandClock.EVENT);
        try (var stream = new ScoringTopologyDriver()) {
            everyone(stream);
            stream.register(brand)
                    .receive(post("x", "p", BEGIN), engaged("x", "1", BEGIN.plusSeconds(60), reply("p")))
                    .settle();
            var posts = stream.contents().content(brand, null, "x").channels();
            assertThat(posts)
                    .singleElement()
                    .satisfies(channel -> assertThat(channel.posts()).hasSize(1));
            assertThat(stream.contents().content(brand, FIRST, "mastodon").channels())
                    .isEmpty();
            assertThat(stream.contents().content(brand, FIRST, null).channels()).hasSize(1);
            for (var day : List.of(FIRST.minusDays(1), FIRST.plusDays(1))) {
                assertThatThrownBy(() -> stream.contents().content(brand, day, null))
                        .isInstanceOf(DayOutOfRangeException.class);
            }
        }
    }

    /** Posts stay known for good: a late engagement counts on its own day, whenever it arrives. */
    @Test
    void lateEngagementCountsOnItsDayAlsoAfterMonths() {
        var brand = ScoringEventFixtures.registered(BrandClock.EVENT);
        try (var stream = new ScoringTopologyDriver()) {
            everyone(stream);
            stream.register(brand)
                    .receive(
                            post("x", "p", BEGIN),
                            engaged("x", "1", BEGIN.plusSeconds(60), reply("p")),
                            engaged("x", "2", BEGIN.plus(Duration.ofDays(20)), reply("another")))
                    .settle();
            stream.jump(Duration.ofDays(90));
            stream.receive(engaged("x", "late", BEGIN.plus(Duration.ofDays(5)), reply("p")))
                    .settle();

            assertThat(engagements(stream, FIRST.plusDays(4))).isEqualTo(1);
            assertThat(engagements(stream, FIRST.plusDays(5))).isEqualTo(2);
        }
    }

    @Test
    void withdrawnEngagementsAndPostsCountOnNoDay() {
        var brand = ScoringEventFixtures.registered(BrandClock.EVENT);
        var first = engaged("x", "1", BEGIN.plusSeconds(60), reply("p"));
        var next = engaged("x", "2", BEGIN.plus(Duration.ofDays(1)), reply("p"));
        var post = post("x", "p", BEGIN);
        try (var stream = new ScoringTopologyDriver()) {
            everyone(stream);
            stream.register(brand)
                    .receive(first, post, next, withdrawn(next, 2))
                    .settle();
            assertThat(engagements(stream, FIRST.plusDays(1))).isEqualTo(1);

            stream.receive(withdrawn(post, 2)).settle();
            assertThat(stream.contents().content(brand, FIRST, "x").channels()).isEmpty();

            var later = revision(ScoringEventFixtures.at(post, BEGIN.plusSeconds(30)), 3);
            stream.receive(later, revision(next, 3)).settle();
            assertThat(engagements(stream, FIRST)).isEqualTo(1);
            assertThat(engagements(stream, FIRST.plusDays(1))).isEqualTo(2);
        }
    }

    private static EngagementReceived withdrawn(EngagementReceived e, long revision) {
        return EngagementReceivedBuilder.builder(revision(e, revision))
                .withdrawn(true)
                .build();
    }

    private static EngagementReceived revision(EngagementReceived e, long revision) {
        return EngagementReceivedBuilder.builder(e).revision(revision).build();
    }

    private static void everyone(ScoringTopologyDriver stream) {
        for (var channel : CHANNELS) {
            for (int i = 0; i < HANDLES; i++) {
                var handle = new HandleKey(ScoringEventFixtures.BRAND, channel, "h" + i);
                stream.assign(ScoringEventFixtures.assigned(handle, ScoringEventFixtures.person("P" + i), false, 1));
            }
        }
    }

    private static long engagements(ScoringTopologyDriver stream, LocalDate day) {
        return stream.contents()
                .content(ScoringEventFixtures.registered(BrandClock.EVENT), day, "x")
                .channels()
                .get(0)
                .posts()
                .get(0)
                .engagements();
    }

    /** Plays the events with late rows last, duplicates, a merge and corrections; pauses let tasks publish. */
    private static void play(ScoringTopologyDriver stream, List<EngagementReceived> events, Random random) {
        everyone(stream);
        var late = new ArrayList<EngagementReceived>();
        for (var event : events) {
            if (random.nextInt(6) == 0) {
                late.add(event);
                continue;
            }
            stream.receive(event);
            if (random.nextInt(10) == 0) {
                stream.receive(event).pass(Duration.ofMillis(300));
            }
        }
        stream.settle().assign(ScoringEventFixtures.assigned("h1", "P", 2));
        stream.receive(late.toArray(EngagementReceived[]::new));
        for (var event : events) {
            if (event.direction() == Direction.INBOUND && random.nextInt(20) == 0) {
                stream.correct(MessageFixtures.corrected(event, -0.5, 1));
            }
        }
        stream.settle().settle();
    }

    private static void assertDay(ScoringTopologyDriver stream, List<EngagementReceived> events, LocalDate day) {
        var found = stream.contents().content(ScoringEventFixtures.registered(BrandClock.EVENT), day, null);
        assertThat(found.asOf()).isEqualTo(day);
        var byChannel = new HashMap<String, List<PostFigures>>();
        found.channels().forEach(channel -> byChannel.put(channel.channel(), channel.posts()));
        for (var channel : CHANNELS) {
            assertPosts(byChannel.getOrDefault(channel, List.of()), expected(events, channel, day));
        }
    }

    /** The topic contains the same for the current day. */
    private static void assertPublishedDay(ScoringTopologyDriver stream, List<EngagementReceived> events) {
        var last = events.stream()
                .map(e -> day(e.occurredAt()))
                .max(LocalDate::compareTo)
                .orElseThrow();
        for (var channel : CHANNELS) {
            var states = stream.told(Topic.CONTENT_CURRENT, ContentMeasured.class).stream()
                    .filter(state -> state.channel().equals(channel))
                    .toList();
            if (!states.isEmpty()) {
                assertPosts(states.get(states.size() - 1).posts(), expected(events, channel, last));
            }
        }
    }

    private record Expected(String post, long engagements, int ageHours, long atAge, Double median, Double resonance) {}

    private static void assertPosts(List<PostFigures> found, List<Expected> expected) {
        assertThat(found.stream()
                        .map(post -> new Expected(
                                post.post(),
                                post.engagements(),
                                post.ageHours(),
                                post.atAge(),
                                post.median(),
                                post.resonance()))
                        .toList())
                .isEqualTo(expected);
    }

    /** The rules of the glossary on all events up to a day: the 40 latest posts, each beside the 20 before it. */
    private static List<Expected> expected(List<EngagementReceived> events, String channel, LocalDate day) {
        var known = events.stream()
                .filter(e -> e.channel().equals(channel) && !day(e.occurredAt()).isAfter(day))
                .toList();
        var posts = known.stream()
                .filter(e -> e.kind() == EngagementKind.POST)
                .sorted((a, b) -> a.occurredAt().equals(b.occurredAt())
                        ? a.object().id().compareTo(b.object().id())
                        : a.occurredAt().compareTo(b.occurredAt()))
                .toList();
        posts = posts.subList(Math.max(0, posts.size() - 60), posts.size());
        var times = new ArrayList<List<Long>>();
        var now = Long.MIN_VALUE;
        for (var post : posts) {
            var ages = new ArrayList<Long>();
            now = Math.max(now, post.occurredAt().toEpochMilli());
            for (var e : known) {
                if (e.kind() != EngagementKind.POST && refersTo(e, post.object().id())) {
                    ages.add(e.occurredAt().toEpochMilli() - post.occurredAt().toEpochMilli());
                    now = Math.max(now, e.occurredAt().toEpochMilli());
                }
            }
            times.add(ages);
        }
        var expected = new ArrayList<Expected>();
        for (int i = posts.size() - 1; i >= Math.max(0, posts.size() - 40); i--) {
            var age = now - posts.get(i).occurredAt().toEpochMilli();
            var hours = 0;
            for (var step : HOURS) {
                hours = age >= Duration.ofHours(step).toMillis() ? step : hours;
            }
            var atAge = hours == 0 ? 0 : upTo(times.get(i), hours);
            var before = new ArrayList<Long>();
            for (int j = Math.max(0, i - 20); j < i; j++) {
                before.add(upTo(times.get(j), hours));
            }
            Collections.sort(before);
            var n = before.size();
            Double median = hours == 0 || n < 3 ? null : (before.get((n - 1) / 2) + before.get(n / 2)) / 2.0;
            expected.add(new Expected(
                    posts.get(i).object().id(),
                    times.get(i).size(),
                    hours,
                    atAge,
                    median,
                    median == null || median == 0 ? null : (Double) (atAge / median)));
        }
        return expected;
    }

    private static boolean refersTo(EngagementReceived e, String post) {
        var object = e.object();
        return post.equals(object.inReplyTo()) || post.equals(object.shareOf()) || post.equals(object.conversation());
    }

    private static long upTo(List<Long> ages, int hours) {
        return ages.stream()
                .filter(age -> age <= Duration.ofHours(hours).toMillis())
                .count();
    }

    /** Posts of three channels, engagements with them before and after, and the first and the last day. */
    private static List<EngagementReceived> history(Random random) {
        var events = new ArrayList<EngagementReceived>();
        events.add(engaged("x", "first", BEGIN, reply("none")));
        events.add(engaged("x", "last", BEGIN.plus(Duration.ofDays(DAYS)), reply("none")));
        for (int i = 0; i < 150; i++) {
            var channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
            var at = BEGIN.plus(Duration.ofMinutes(1 + random.nextInt((DAYS - 1) * 24 * 60)));
            var id = i % 7 == 0 ? "p" : "p" + i;
            var key = id + (i % 7 == 0 ? "|" + i : "");
            events.add(post(channel, key, at));
            for (int n = random.nextInt(8); n > 0; n--) {
                var far = random.nextInt(4) == 0 ? 24 * 60 * 50 : 24 * 60;
                var when = at.plus(Duration.ofMinutes(random.nextInt(far) - 30L));
                if (day(when).isAfter(FIRST.plusDays(DAYS - 1))) {
                    continue;
                }
                var to =
                        switch (random.nextInt(3)) {
                            case 0 -> reply(key);
                            case 1 -> new MessageRef(null, null, key, null, null, null);
                            default -> new MessageRef(null, "someone's", null, key, null, null);
                        };
                events.add(engaged(channel, i + "-" + n, when, to));
            }
        }
        Collections.shuffle(events, random);
        return events;
    }

    private static EngagementReceived post(String channel, String id, Instant at) {
        return event(channel, "brand", "post " + id, at, Direction.OUTBOUND, EngagementKind.POST, own(id));
    }

    private static EngagementReceived engaged(String channel, String id, Instant at, MessageRef object) {
        var handle = "h" + Math.floorMod(id.hashCode(), HANDLES);
        return event(channel, handle, id, at, Direction.INBOUND, EngagementKind.REPLY, object);
    }

    private static EngagementReceived event(
            String channel,
            String handle,
            String id,
            Instant at,
            Direction direction,
            EngagementKind kind,
            MessageRef object) {
        var key = new HandleKey(ScoringEventFixtures.BRAND, channel, handle);
        return ScoringEventFixtures.at(
                ScoringEventFixtures.in(
                        ScoringEventFixtures.engagement(key, channel + id, day(at), direction, kind), object),
                at);
    }

    private static MessageRef own(String id) {
        return new MessageRef(id, null, null, null, null, null);
    }

    private static MessageRef reply(String post) {
        return new MessageRef(null, post, null, null, null, null);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }
}
