package io.rapport.ingest.source.phone;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.SourceRun;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneSourceTest {

    private final SourceRun run = SourceRun.of(new PhoneSource(), "+4722334455", "+4755443322");

    private static String call(String fields) {
        return "{'id':9,'direction':'inbound','from':'+47 911 22 301','to':'+47 22 33 44 55','startedAt':'2026-01-01T01:00:00+01:00','seconds':90,'agent':{'id':2,'name':'Kari'}"
                + (fields.isEmpty() ? "" : ",") + fields + "}";
    }

    private static String aircall(String event, String fields) {
        return "{'resource':'call','event':'" + event
                + "','timestamp':1767225700,'data':{'id':812,'direction':'outbound','started_at':1767225600,'answered_at':1767225610,'ended_at':1767225670,'duration':70,'raw_digits':'+47 911 22 301','user':{'id':2,'name':'Kari'},'contact':{'first_name':'Ann','last_name':'Berg'},'number':{'digits':'+47 55 44 33 22'}"
                + fields + "}}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `` | INBOUND CALL call:9 @+4722334455 null
        'direction':'out','from':'+4722334455','to':'+4791122301' | OUTBOUND CALL call:9 @+4722334455 null
        'seconds':0 | ignored call.missed
        'answered':false | ignored call.missed
        'answered':false,'direction':'out' | ignored call.unanswered
        'from':null | ignored call.anonymous
        'from':'anonymous' | ignored call.anonymous
        'to':'+4700000000' | INBOUND CALL call:9 @+4700000000 null
        'to':null | refused /to
        'direction':'both' | refused /direction
        'seconds':-1 | refused /seconds
        'seconds':90000 | refused /seconds
        'seconds':1e999 | refused /seconds
        'seconds':null | refused /seconds
        'startedAt':'2026-01-01 01:00' | refused /startedAt
        'startedAt':'2026-01-01' | refused /startedAt
        'startedAt':'2026-01-01 01:00','zone':'Mars' | refused /zone
        'id':null | refused /id
        """)
    void mapsCalls(String fields, String expected) {
        assertThat(run.lines(call(fields))).containsExactly(expected);
    }

    @Test
    void theNumberIsNotPartOfAnIdAndTheConversationHasItsMinutes() {
        var call = run.engagements(call("")).get(0);

        assertThat(value(call, "actor.phone")).isEqualTo("+47 911 22 301");
        assertThat(value(call, "actor.id")).isNull();
        assertThat(value(call, "value.minutes")).hasToString("1.50");
        assertThat(value(call, "staff.name")).isEqualTo("Kari");
        assertThat(call.get("occurredAt")).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void readsAircall() {
        assertThat(run.lines(aircall("call.ended", ""))).containsExactly("OUTBOUND CALL call:812 @+4755443322 null");
        assertThat(run.lines(aircall("call.ended", ",'answered_at':null"))).containsExactly("ignored call.unanswered");
        assertThat(run.lines(aircall("call.created", ""))).containsExactly("ignored call.created");
        var call = run.engagements(aircall("call.ended", "")).get(0);
        assertThat(value(call, "value.minutes")).hasToString("1.00");
        assertThat(value(call, "actor.displayName")).isEqualTo("Ann Berg");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29 01:59:00, 2026-03-29T00:59:00Z",
        "2026-03-29 02:30:00, 2026-03-29T01:30:00Z",
        "2026-03-29 03:00:00, 2026-03-29T01:00:00Z",
        "2026-10-25 01:59:00, 2026-10-24T23:59:00Z",
        "2026-10-25 02:30:00, 2026-10-25T00:30:00Z",
        "2026-10-25 03:00:00, 2026-10-25T02:00:00Z",
        "2026-10-25T02:30:00+01:00, 2026-10-25T01:30:00Z",
        "25.10.2026 03:00, 2026-10-25T02:00:00Z"
    })
    void localTimesAcrossAChangeOfTheClocks(String written, String expected) {
        run.setting("zone", "Europe/Oslo");

        assertThat(run.engagements(call("'startedAt':'" + written + "'")).get(0).get("occurredAt"))
                .isEqualTo(expected);
        assertThat(run.engagements(call("'startedAt':'" + written + "','zone':'Europe/Berlin'"))
                        .get(0)
                        .get("occurredAt"))
                .isEqualTo(expected);
    }

    @Test
    void listsAreReadOneByOne() {
        assertThat(run.lines("{'calls':[" + call("") + "," + call("'id':null") + "]}"))
                .containsExactly("INBOUND CALL call:9 @+4722334455 null", "refused /calls/1/id");
        assertThat(run.lines("[" + call("") + "]")).hasSize(1);
    }

    @Test
    void theZoneHasToExist() {
        new PhoneSource().requireValid(new SourceSettings(Set.of(), Map.of("zone", "Europe/Oslo")));
        assertThatThrownBy(() -> new PhoneSource().requireValid(new SourceSettings(Set.of(), Map.of("zone", "Mars"))))
                .isInstanceOf(InputRejectedException.class);
    }
}
