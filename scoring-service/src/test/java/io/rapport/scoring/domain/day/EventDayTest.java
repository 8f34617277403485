package io.rapport.scoring.domain.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.scoring.domain.day.EventDay.ActiveDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDayTest {

    private record Event(int day, int handle) {}

    @ParameterizedTest
    @CsvSource({
        // A single engagement is a day; without any the base is the day.
        "'100a', , 100",
        "'', 100, 100",
        "'', , -2147483648",
        // Within 35 days one handle is enough.
        "'100a 135a', , 135",
        "'100a 136a', , 100",
        "'100a 135a 170a', , 170",
        // A second handle confirms the smaller of the two days; the later one is ahead if it is far ahead of that.
        "'100a 1000b', , 100",
        "'100a 1000b 1000c', , 1000",
        "'100a 1000b 1010c', , 1010",
        "'100a 1000b 2000c', , 1000",
        "'100a 1000b 2000c 2001a', , 2001",
        // Many engagements of one handle are still one handle.
        "'100a 101b 1000c 1001c 1002c', , 101",
        "'100a 1000a 1001a', , 100",
        // The handle of the far day may be known before.
        "'100a 100b 1000a 1000b', , 1000",
        // An administrator's day is the base; the same rule applies from there.
        "'135a', 100, 135",
        "'136a', 100, 100",
        "'136a 137b', 100, 137",
        "'500a 900b', 100, 500",
    })
    void followsTheLatestDayThatIsNotFarAhead(String events, Integer base, int expected) {
        var parsed = events.isEmpty()
                ? List.<Event>of()
                : List.of(events.split(" ")).stream()
                        .map(text -> new Event(
                                Integer.parseInt(text.substring(0, text.length() - 1)), text.charAt(text.length() - 1)))
                        .toList();
        assertThat(day(base == null ? EventDay.NONE : base, parsed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isWhatTheRuleSaysDayByDay(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++) {
            var events = new ArrayList<Event>();
            for (var n = random.nextInt(8); n >= 0; n--) {
                events.add(new Event(random.nextInt(12) * (1 + random.nextInt(20)), random.nextInt(3)));
            }
            var base = random.nextBoolean() ? EventDay.NONE : random.nextInt(100);
            var after = events.stream().filter(event -> event.day > base).toList();
            assertThat(day(base, after)).as("%s from %s", after, base).isEqualTo(rule(base, after));
        }
    }

    @Test
    void readsTheLatestDaysOnlyWhereTwoHandlesAreActive() {
        var read = new ArrayList<Integer>();
        var days = new ArrayList<ActiveDay>();
        for (var day = 5000; day > 0; day--) {
            days.add(new ActiveDay(day, List.of(1, 2)));
        }
        var counted = days.stream().peek(day -> read.add(day.day())).iterator();

        assertThat(EventDay.of(EventDay.NONE, counted)).isEqualTo(5000);
        assertThat(read).hasSize(1);
    }

    private static int day(int base, List<Event> events) {
        var days = new TreeMap<Integer, TreeSet<Integer>>();
        events.forEach(
                event -> days.computeIfAbsent(event.day, day -> new TreeSet<>()).add(event.handle));
        var latestFirst = days.descendingMap().entrySet().stream()
                .map(day -> new ActiveDay(
                        day.getKey(), day.getValue().stream().limit(2).toList()));
        return EventDay.of(base, latestFirst.iterator());
    }

    /** Walks from the first day, or the base, to the next day as long as it is near or two handles follow. */
    private static int rule(int base, List<Event> events) {
        var day = base != EventDay.NONE
                ? base
                : events.stream().mapToInt(Event::day).min().orElse(EventDay.NONE);
        while (true) {
            var from = day;
            var later = events.stream().filter(event -> event.day > from).toList();
            var next = later.stream().mapToInt(Event::day).min();
            var handles = later.stream().map(Event::handle).collect(Collectors.toSet());
            if (next.isEmpty() || next.getAsInt() - day > 35 && handles.size() < 2) {
                return day;
            }
            day = next.getAsInt();
        }
    }
}
