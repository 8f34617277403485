package io.rapport.ingest.source.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.mapping.EngagementMappingReader;
import io.rapport.ingest.domain.mapping.MappingQuestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How columns, constants, words and ids of a file are read. */
class EngagementMappingTest {

    private static final String OWN =
            "sourceId,occurredAt,channel,kind,direction,actor.id,actor.name,actor.displayName,content.text,value.amount\n";
    private static final Map<String, Object> CONSTANTS =
            Map.of("constants", Map.of("channel", "x", "kind", "COMMENT", "direction", "INBOUND"));

    private static Map<String, Object> given(Map<String, ?> more) {
        var given = new HashMap<String, Object>(CONSTANTS);
        given.putAll(more);
        return given;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "content.text; '=1+1; =1+1",
                "content.text; '@ann hello; @ann hello",
                "content.text; '+47 is Norway; +47 is Norway",
                "content.text; '-1; -1",
                "content.text; 'quoted' words; 'quoted' words",
                "content.text; n/a; n/a",
                "content.text; NULL; NULL",
                "content.text; -; -",
                "content.text; None; None",
                "actor.id; '12345; 12345",
                "actor.id; \u200B12345\uFEFF; 12345",
                "actor.id; 123\u200B45; 12345",
                "actor.id; '@Ann; ann",
                "actor.id; \u202A12345\u202C; 12345",
                "actor.displayName; '@Ann; @Ann",
                "actor.displayName; Null; Null",
                "actor.displayName; N/A; #",
                "actor.displayName; -; #",
                "actor.name; #N/A; #",
                "actor.name; NULL; #",
                "value.amount; '-12,50; -12.50",
                "value.amount; n/a; #",
                "value.amount; -; #"
            })
    void takesOffWhatExportsAddToCells(String field, String cell, String expected) {
        var columns = List.of(OWN.strip().split(","));
        var cells = new HashMap<>(Map.of(
                "sourceId",
                "1",
                "occurredAt",
                "2026-02-01T03:00:00Z",
                "channel",
                "x",
                "kind",
                "COMMENT",
                "direction",
                "INBOUND",
                "actor.id",
                "ann"));
        cells.put(field, "\"" + cell.replace("\"", "\"\"") + "\"");
        var line = String.join(
                ",", columns.stream().map(name -> cells.getOrDefault(name, "")).toList());

        var engagement =
                MappedFileFixture.table(OWN + line + "\n", "test", Map.of()).only();

        var actor = engagement.actor();
        var value = engagement.value();
        var read =
                switch (field) {
                    case "content.text" -> engagement.content().text();
                    case "actor.id" -> actor.id();
                    case "actor.name" -> actor.name();
                    case "actor.displayName" -> actor.displayName();
                    default ->
                        value == null || value.amount() == null
                                ? null
                                : value.amount().toPlainString();
                };
        assertThat(read).isEqualTo(expected.equals("#") ? null : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Like; REACTION",
                "LOVE; REACTION",
                "Favourite; REACTION",
                "Retweet; SHARE",
                "repost; SHARE",
                "Quote Tweet; QUOTE",
                "Direct Message; MESSAGE",
                "DM; MESSAGE",
                "Post Comment; COMMENT",
                "Kommentar; COMMENT",
                "Reply; REPLY",
                "@Mention; MENTION",
                "Recommendation; REVIEW",
                "New Follower; FOLLOW",
                "page view; VISIT",
                "Bestellung; PURCHASE",
                "Phone call; CALL",
                "Epost; EMAIL",
                "takk; THANKS",
                "comment; COMMENT",
                "CITATION; CITATION",
                "Møte; MEETING"
            })
    void readsTheWordsOfExportsForKinds(String word, String kind) {
        var file = "id,date,type,author\n1,2026-02-01 10:00," + word + ",ann\n";
        var given = Map.of("constants", Map.of("channel", "x", "direction", "incoming"));

        assertThat(MappedFileFixture.table(file, "test", given).only().kind()).hasToString(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "id, sourceId",
        "Message ID, sourceId",
        "Created At, occurredAt",
        "Dato, occurredAt",
        "Zeitstempel, occurredAt",
        "Network, channel",
        "Kanal, channel",
        "Message Type, kind",
        "Direction, direction",
        "Retning, direction",
        "User ID, actor.id",
        "Author, actor.name",
        "Username, actor.name",
        "Absender, actor.name",
        "Full name, actor.displayName",
        "Profile URL, actor.url",
        "Followers, actor.followers",
        "Message, content.text",
        "Tekst, content.text",
        "Nachricht, content.text",
        "Tags, content.topics",
        "Permalink, object.url",
        "Assignee, staff.name",
        "Order ID, value.orderId",
        "Beløp, value.amount",
        "actor.bio, actor.bio",
        "Favourite colour, ignore"
    })
    void columnsAreReadByTheirNames(String column, String field) {
        var read = MappedFileFixture.table(column + ",Thread ID\nx,1\n", "test", CONSTANTS);

        assertThat(read.columns().mapping().columns().getOrDefault(column, "ignore"))
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "id,date,author; 1,2026-02-01 10:00,ann; channel kind direction",
                "id,date,network,type,direction; 1,2026-02-01 10:00,x,like,in; actor.name",
                "date,network,type,direction,author; 2026-02-01 10:00,x,like,in,ann; sourceId",
                "id,network,type,direction,author; 1,x,like,in,ann; occurredAt",
                "id,date,network,type,direction,author; 1,3/4/2026 10:00,x,like,in,ann; dates",
                "id,date,network,type,direction,author; 1,13/4/2026 10:00,x,like,in,ann; ''",
                "id,date,network,type,direction,author; 1,2026-02-01 10:00,x,like,in,ann; ''"
            })
    void asksForWhatTheFileDoesNotTell(String header, String row, String fields) {
        var read = MappedFileFixture.table(header + "\n" + row + "\n", "test", Map.of());

        assertThat(String.join(
                        " ",
                        read.questions().stream().map(MappingQuestion::field).toList()))
                .isEqualTo(fields.replace("''", ""));
        assertThat(read.questions())
                .allSatisfy(question -> assertThat(question.message()).containsPattern("(map|const|id|dates)="));
    }

    @Test
    void asksForTheSourceOfAFileThatNamesNone() {
        assertThat(MappedFileFixture.table("id,date,author\n1,2026-02-01 10:00,ann\n", null, CONSTANTS)
                        .questions())
                .extracting(MappingQuestion::field)
                .containsExactly("source");
    }

    @Test
    void theRequestWinsOverThePresetAndAConstantFillsEmptyCells() {
        var file =
                "Message ID,Conversation ID,Medium,Direction,Contact Profile ID,Message Type,Created at,Content,Mood\n"
                        + "1,c,,Inbound,u1,Applause wave,2026-02-01 10:00,hello,good\n";
        var given = Map.of(
                "columns", Map.of("Mood", "content.topics", "content", "ignore"),
                "constants", Map.of("channel", "chat", "kind", "MESSAGE"),
                "values", Map.of("kind", Map.of("applause WAVE", "REACTION")),
                "zone", "UTC");

        var read = MappedFileFixture.table(file, null, given);

        assertThat(read.preset()).isEqualTo("hootsuite");
        assertThat(read.only()).satisfies(engagement -> {
            assertThat(engagement.channel()).isEqualTo("chat");
            assertThat(engagement.kind()).hasToString("REACTION");
            assertThat(engagement.content().text()).isNull();
            assertThat(engagement.content().topics()).containsExactly("good");
            assertThat(engagement.occurredAt()).hasToString("2026-02-01T10:00:00Z");
        });
    }

    @Test
    void makesTheSameIdOfTheSameColumnsAndAnotherOfOthers() {
        var rows = "2026-02-01 10:00,like,ann,a\n2026-02-01 10:00,like,ann,b\n2026-02-01 10:00,like,bo,a\n";
        var given = given(Map.of("id", List.of("date", "author")));

        var ids = MappedFileFixture.table("date,type,author,text\n" + rows, "test", given).engagements().stream()
                .map(engagement -> engagement.sourceId())
                .toList();

        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1772443200; SECONDS; 2026-03-02T09:20:00Z",
                "1772443200123; MILLISECONDS; 2026-03-02T09:20:00.123Z",
                "1772443200123456; MICROSECONDS; 2026-03-02T09:20:00.123Z",
                "1772443200.5; SECONDS; 2026-03-02T09:20:00.500Z",
                "2026-03-02 09:20; SECONDS; 2026-03-02T14:20:00Z",
                "Mon Mar 02 09:20:00 +0000 2026; ; 2026-03-02T09:20:00Z",
                "'Mon, 02 Mar 2026 10:20:00 +0100'; ; 2026-03-02T09:20:00Z",
                "2026-03-02T10:20:00+0100; ; 2026-03-02T09:20:00Z",
                "2026-03-02 09:20:00 UTC; ; 2026-03-02T09:20:00Z",
                "Mar 2 2026 9:20 AM; ; 2026-03-02T14:20:00Z",
                "1772443200; ; #",
                "1772443200; MILLISECONDS; #"
            })
    void readsTimesAsTheMappingSays(String time, String epoch, String expected) {
        var given = given(epoch == null ? Map.of() : Map.of("epoch", epoch));

        var read = MappedFileFixture.table("id;date;author\n1;" + time + ";ann\n", "test", given);

        if (expected.equals("#")) {
            assertThat(read.rejected()).hasSize(1);
        } else {
            assertThat(read.only().occurredAt()).hasToString(expected);
        }
    }

    @Test
    void readsAmountsAsTheOthersOfTheFile() {
        var file =
                "id;date;author;amount\n1;2026-02-01 10:00;ann;1.234\n2;2026-02-01 10:00;ann;12,50\n3;2026-02-01 10:00;ann;€ 2.500\n";
        var given = Map.of("constants", Map.of("channel", "shop", "kind", "PURCHASE", "direction", "INBOUND"));

        var read = MappedFileFixture.table(file, "test", given);

        assertThat(read.engagements())
                .extracting(each -> each.value().amount().toPlainString())
                .containsExactly("1234", "12.50", "2500");
        assertThat(read.engagements().get(2).value()).hasFieldOrPropertyWithValue("currency", "EUR");
    }

    @Test
    void aConstantAccountIsThatOfRowsThatNameNone() {
        var file = "id,date,author id\n1,2026-02-01 10:00,u1\n2,2026-02-01 10:00,\n";
        var constants = Map.of("channel", "x", "kind", "COMMENT", "direction", "INBOUND", "actor.name", "desk");

        var read = MappedFileFixture.table(file, "test", Map.of("constants", constants));

        assertThat(read.engagements()).extracting(each -> each.actor().id()).containsExactly("u1", "desk");
        assertThat(read.engagements().get(0).actor().name()).isNull();
    }

    @Test
    void aNumberIsNeverPublishedAsAName() {
        var read = MappedFileFixture.table(
                "id,date,author id,author\n1,2026-02-01 10:00,u1,+47 911 22 333\n", "test", CONSTANTS);

        assertThat(read.only().actor()).satisfies(actor -> {
            assertThat(actor.name()).isNull();
            assertThat(actor.phoneHash()).isNotNull();
        });
    }

    @Test
    void aRejectedRowKeepsOnlyMappedColumnsWithoutAddresses() {
        var columns = MappedFileFixture.table("id,date,author,shoe size\n1,x,ann,41\n", "test", CONSTANTS);

        assertThat(columns.rejected()).hasSize(1);
        assertThat(MappedFileFixture.raw("id,date,author,shoe size\n1,x,ann@example.com,41\n", CONSTANTS))
                .contains("date: x")
                .doesNotContain("41", "ann@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"columns\": {\"a\": \"no.such\"}}",
                "{\"constants\": {\"no.such\": \"x\"}}",
                "{\"constants\": {\"channel\": \"\"}}",
                "{\"values\": {\"no.such\": {}}}",
                "{\"values\": {\"kind\": 1}}",
                "{\"id\": \"Date\"}",
                "{\"zone\": \"Mars\"}",
                "{\"dates\": \"YMD\"}",
                "{\"epoch\": \"DAYS\"}",
                "{\"preset\": \"no-such\"}",
                "{\"columns\": [1]}"
            })
    void refusesAMappingThatMakesNoSense(String body) {
        var map = io.rapport.messaging.json.Json.mapper().readValue(body, Map.class);

        assertThatThrownBy(() -> new EngagementMappingReader(MappedFileFixture.PRESETS).read(map))
                .isInstanceOf(InputRejectedException.class);
    }

    @Test
    void twoColumnsOfTheSameFieldAreRefused() {
        assertThatThrownBy(() -> MappedFileFixture.table("sourceId,kind,kind\n1,a,b\n", "test", Map.of()))
                .hasMessageContaining("two columns");
    }
}
