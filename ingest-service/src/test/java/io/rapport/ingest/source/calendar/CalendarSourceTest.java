package io.rapport.ingest.source.calendar;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.SourceRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarSourceTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String ANN = "ATTENDEE;CN=Ann Berg;PARTSTAT=ACCEPTED:mailto:Ann@example.com\n";
    private static final String MEETING =
            "UID:u1\nDTSTART:20260105T090000Z\nDTEND:20260105T100000Z\nSUMMARY:Tasting\nORGANIZER;CN=Kari:mailto:kari@acme.example\n";

    private static SourceMapping map(String calendar, Map<String, Object> settings) {
        var payload =
                SourcePayload.of(calendar.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), "text/calendar");
        return new CalendarSource().map(payload, new SourceSettings(Set.of("@acme.example"), settings), NOW);
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n" + String.join("", events) + "END:VCALENDAR\n";
    }

    private static String event(String... properties) {
        return "BEGIN:VEVENT\n" + String.join("", properties) + "END:VEVENT\n";
    }

    /** Kind, channel, party, start, minutes, revision and withdrawal: ids are digests. */
    private static List<String> lines(String calendar) {
        return map(calendar, Map.of()).items().stream()
                .map(CalendarSourceTest::line)
                .toList();
    }

    private static String line(SourceMapping.Item item) {
        if (!(item instanceof SourceMapping.Mapped mapped)) {
            return SourceRun.line(item);
        }
        var fields = mapped.engagement();
        var minutes = value(fields, "value.minutes");
        return fields.get("direction") + " " + fields.get("kind") + " " + fields.get("channel") + " "
                + value(fields, "actor.id") + " " + fields.get("occurredAt") + (minutes == null ? "" : " " + minutes)
                + (mapped.revision() == null ? "" : " r" + mapped.revision())
                + (mapped.withdrawn() ? " withdrawn" : "");
    }

    @Test
    void aMeetingIsOneInEachDirection() {
        var mapped = map(calendar(event(MEETING, ANN)), Map.of());

        assertThat(mapped.items().stream().map(CalendarSourceTest::line))
                .containsExactly(
                        "INBOUND MEETING meeting ann@example.com 2026-01-05T09:00:00Z",
                        "OUTBOUND MEETING meeting ann@example.com 2026-01-05T09:00:00Z 60.0");
        var ours = mapped.mapped().toList().get(1).engagement();
        assertThat(value(ours, "staff.name")).isEqualTo("Kari");
        assertThat(value(ours, "actor.displayName")).isEqualTo("Ann Berg");
        assertThat(value(ours, "content.text")).isEqualTo("Tasting");
        assertThat(ours.toString()).doesNotContain("u1");
        assertThat(mapped.mapped().map(each -> each.account())).containsOnly("@acme.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ATTENDEE;PARTSTAT=DECLINED:mailto:ann@example.com | INBOUND MEETING meeting ann@example.com 2026-01-05T09:00:00Z withdrawn
        ATTENDEE:mailto:ann@example.com | INBOUND MEETING meeting ann@example.com 2026-01-05T09:00:00Z
        ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ann@example.com | ignored attendee.unanswered
        ATTENDEE;CUTYPE=ROOM:mailto:room@example.com | ignored event.without-others
        ATTENDEE:mailto:bo@acme.example | ignored event.without-others
        ATTENDEE:tel:+4791122301 | ignored event.without-others
        STATUS:CANCELLED~ATTENDEE:mailto:ann@example.com | INBOUND MEETING meeting ann@example.com 2026-01-05T09:00:00Z withdrawn
        SEQUENCE:3~ATTENDEE:mailto:ann@example.com | INBOUND MEETING meeting ann@example.com 2026-01-05T09:00:00Z r3
        LAST-MODIFIED:20260101T000000Z~ATTENDEE:mailto:ann@example.com | INBOUND MEETING meeting ann@example.com 2026-01-05T09:00:00Z r1767225600000
        CLASS:PRIVATE~ATTENDEE:mailto:ann@example.com | ignored event.private
        RRULE:FREQ=SECONDLY~ATTENDEE:mailto:ann@example.com | ignored event.too-frequent
        STATUS:CANCELLED~RRULE:FREQ=DAILY~ATTENDEE:mailto:ann@example.com | ignored event.cancelled-series
        """)
    void mapsWhoAttends(String properties, String expected) {
        assertThat(lines(calendar(event(MEETING, properties.replace("~", "\n") + "\n")))
                        .get(0))
                .isEqualTo(expected);
    }

    @Test
    void whoInvitesTheBrandAttendsAndAnInvitationToSpeakIsOne() {
        var theirs =
                "UID:u2\nDTSTART:20260105T090000Z\nDURATION:PT30M\nORGANIZER:mailto:bo@example.com\nATTENDEE:mailto:kari@acme.example\n";

        assertThat(lines(calendar(event(theirs))))
                .containsExactly(
                        "INBOUND MEETING meeting bo@example.com 2026-01-05T09:00:00Z",
                        "OUTBOUND MEETING meeting bo@example.com 2026-01-05T09:00:00Z 30.0");
        assertThat(lines(calendar(event(theirs, "CATEGORIES:Conference,Speaking\n")))
                        .get(0))
                .isEqualTo("INBOUND INVITATION meeting bo@example.com 2026-01-05T09:00:00Z");
    }

    @Test
    void aWebinarIsAnEventAndItsTimeIsShared() {
        var attendees = new StringBuilder();
        for (var i = 0; i < 40; i++) {
            attendees.append("ATTENDEE:mailto:a").append(i).append("@example.com\n");
        }
        var lines = lines(calendar(event(MEETING, attendees.toString())));

        assertThat(lines).hasSize(80);
        assertThat(lines.get(1)).isEqualTo("OUTBOUND MEETING event a0@example.com 2026-01-05T09:00:00Z 1.5");
        assertThat(map(calendar(event(MEETING, attendees.toString())), Map.of())
                        .mapped()
                        .map(each -> each.engagement().get("sourceId")))
                .doesNotHaveDuplicates();
    }

    @Test
    void anEventCountsOnceItHasBegun() {
        assertThat(lines(calendar(event(MEETING.replace("202601", "202606"), ANN))))
                .containsExactly("ignored event.future");
        assertThat(lines(calendar(event(
                        MEETING.replace("20260105T09", "20260601T00").replace("20260105T10", "20260601T01"), ANN))))
                .hasSize(2);
    }

    @Test
    void aSeriesHasTheOccurrencesThatHaveBegunInItsTimeZone() {
        var zone =
                "BEGIN:VTIMEZONE\nTZID:Oslo\nBEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:19700329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
        var series =
                "UID:u3\nDTSTART;TZID=Oslo:20260323T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Oslo:20260406T100000\nORGANIZER:mailto:kari@acme.example\n";
        var moved =
                "UID:u3\nRECURRENCE-ID;TZID=Oslo:20260330T100000\nDTSTART;TZID=Oslo:20260331T120000\nDURATION:PT1H\nORGANIZER:mailto:kari@acme.example\n";

        assertThat(lines(calendar(zone, event(series, ANN), event(moved, ANN))).stream()
                        .filter(line -> line.startsWith("INBOUND")))
                .containsExactly(
                        "INBOUND MEETING meeting ann@example.com 2026-03-23T09:00:00Z",
                        "INBOUND MEETING meeting ann@example.com 2026-04-13T08:00:00Z",
                        "INBOUND MEETING meeting ann@example.com 2026-03-31T10:00:00Z");
        var single = map(calendar(zone, event(moved, ANN)), Map.of())
                .mapped()
                .toList()
                .get(0);
        assertThat(map(calendar(zone, event(series.replaceAll("EXDATE.*\n", ""), ANN)), Map.of())
                        .mapped()
                        .map(each -> each.engagement().get("sourceId")))
                .as("a moved occurrence keeps its id")
                .contains(single.engagement().get("sourceId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=DAILY",
                "RRULE:FREQ=DAILY;INTERVAL=0",
                "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "RRULE:FREQ=DAILY;COUNT=999999999",
                "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=1,2,3,4,5,6,7,8,9"
            })
    void anEndlessRecurrenceIsLimited(String rule) {
        assertThat(lines(calendar(event(MEETING.replace("20260105T", "20160105T"), ANN, rule + "\n"))))
                .hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void theLatestOccurrencesOfAnEndlessSeriesCount() {
        var lines = lines(calendar(event(MEETING.replace("20260105T", "20160105T"), ANN, "RRULE:FREQ=DAILY\n")));

        assertThat(lines).hasSize(1_000);
        assertThat(lines.get(999)).contains("2026-05-31T09:00:00Z");
    }

    @Test
    void aReplyOnlyTakesBack() {
        var method = "METHOD:REPLY\n";
        var declined = event(MEETING, ANN.replace("ACCEPTED", "DECLINED"));

        assertThat(lines(calendar(method, event(MEETING, ANN)))).containsExactly("ignored event.reply");
        assertThat(lines(calendar(method, declined)))
                .allMatch(line -> line.endsWith("withdrawn"))
                .hasSize(2);
        assertThat(lines(calendar("METHOD:CANCEL\n", event(MEETING, ANN))))
                .allMatch(line -> line.endsWith("withdrawn"));
    }

    @Test
    void localTimesAreOfTheZoneOfTheConnection() {
        var floating = calendar(event(MEETING.replaceAll("Z\n", "\n"), ANN));

        assertThat(map(floating, Map.of("zone", "America/New_York"))
                        .mapped()
                        .toList()
                        .get(0)
                        .engagement())
                .containsEntry("occurredAt", "2026-01-05T14:00:00Z");
        assertThat(lines(floating).get(0)).contains("2026-01-05T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "{}", "BEGIN:VCARD\nEND:VCARD\n", "BEGIN:VEVENT\nUID:1\nEND:VEVENT\n"})
    void whatIsNoCalendarIsRefused(String document) {
        assertThat(lines(document)).containsExactly("refused ");
    }

    @Test
    void aCalendarThatIsCutAnywhereIsRefusedAsAWhole() {
        var whole = calendar(event(MEETING, ANN), event(MEETING.replace("u1", "u2"), ANN));
        for (var length = "BEGIN:VCALENDAR\n".length(); length < whole.length() - 1; length += 7) {
            assertThat(lines(whole.substring(0, length))).containsExactly("refused ");
        }
    }

    @Test
    void incompleteEventsAreRefusedAlone() {
        assertThat(lines(
                        calendar(event("DTSTART:20260105T090000Z\n", ANN), event("UID:u\n", ANN), event(MEETING, ANN))))
                .startsWith("refused /VEVENT/0/UID", "refused /VEVENT/1/DTSTART")
                .hasSize(4);
    }

    @Test
    void aCalendarBeyondTheMaximumIsRefusedAsAWhole() {
        var series = event(MEETING.replace("20260105T", "20160105T"), ANN, "RRULE:FREQ=DAILY\n");
        var many = new StringBuilder();
        for (var i = 0; i < 25; i++) {
            many.append(series.replace("UID:u1", "UID:u" + i));
        }

        assertThat(lines(calendar(many.toString()))).containsExactly("refused ");
    }

    @Test
    void oneSeriesBeyondTheMaximumIsRefusedAsAWhole() {
        var attendees = IntStream.range(0, 2_000)
                .mapToObj("ATTENDEE:mailto:p%d@example.com\n"::formatted)
                .collect(Collectors.joining());

        assertThat(lines(calendar(event(MEETING.replace("20260105T", "20160105T"), attendees, "RRULE:FREQ=DAILY\n"))))
                .containsExactly("refused ");
    }

    @Test
    void settingsAreChecked() {
        for (var wrong : List.<Map<String, Object>>of(
                Map.of("zone", "Mars"), Map.of("calendars", "x"), Map.of("calendars", List.of("file:///etc/passwd")))) {
            assertThatThrownBy(() -> new CalendarSource().requireValid(new SourceSettings(Set.of("@a.example"), wrong)))
                    .isInstanceOf(InputRejectedException.class);
        }
        assertThatThrownBy(() -> new CalendarSource().requireValid(new SourceSettings(Set.of("acme"), Map.of())))
                .isInstanceOf(InputRejectedException.class);
        new CalendarSource()
                .requireValid(new SourceSettings(
                        Set.of("@a.example"),
                        Map.of("zone", "Europe/Oslo", "calendars", List.of("https://cal.example/x.ics?key=1"))));
    }
}
