package io.rapport.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.contracts.connection.ConnectionConfiguredBuilder;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.source.calendar.CalendarSource;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads a calendar from a file server on the loopback address, which fails and cuts the connection. */
class CalendarTurnTest {

    private static final SourceDefinition SOURCE = CalendarSource.definition();

    private final TurnFixture fixture = new TurnFixture();
    private final DocumentPeer peer = new DocumentPeer();

    @BeforeEach
    void connect() {
        connect(peer.address("/acme.ics"));
    }

    private void connect(String calendars) {
        fixture.connect(ConnectionConfiguredBuilder.builder(
                        ConnectionFixture.connection(new ConnectionAccount("@acme.example", "acme")))
                .settings("{\"calendars\": [\"" + calendars + "\"]}")
                .build());
    }

    @AfterEach
    void stop() {
        peer.close();
        fixture.close();
    }

    @Test
    void aCalendarThatIsCutAnywhereCountsOnceWhenItIsReadWhole() {
        peer.documents.put("/acme.ics", calendar(12, 0, ""));
        var length = calendar(12, 0, "").length();
        for (var cut = 0; cut < length; cut += length / 9) {
            peer.cutAfter = cut;
            assertThatThrownBy(() -> fixture.turn(SOURCE)).isInstanceOf(FetchFailedException.class);
        }
        peer.cutAfter = -1;
        peer.status = 500;
        assertThatThrownBy(() -> fixture.turn(SOURCE)).hasMessageContaining("answered 500");
        assertThat(fixture.sink.accepted).isEmpty();

        peer.status = 200;
        fixture.turn(SOURCE);
        fixture.turn(SOURCE);

        assertThat(fixture.sink.accepted).hasSize(48);
        assertThat(fixture.counted().values())
                .extracting(each -> each.direction() + " " + each.kind() + " "
                        + each.occurredAt().toString().substring(8, 10))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12)
                        .boxed()
                        .flatMap(day -> IntStream.range(0, 2)
                                .mapToObj(side -> "%s MEETING %02d".formatted(side == 0 ? "INBOUND" : "OUTBOUND", day)))
                        .toList());
    }

    @Test
    void aChangeBetweenTwoCutsReplacesAndACancellationWithdraws() {
        peer.documents.put("/acme.ics", calendar(3, 0, ""));
        fixture.turn(SOURCE);
        peer.documents.put("/acme.ics", calendar(3, 1, "STATUS:CANCELLED\r\n"));
        peer.cutAfter = 200;
        assertThatThrownBy(() -> fixture.turn(SOURCE)).isInstanceOf(FetchFailedException.class);
        assertThat(fixture.counted()).hasSize(6);

        peer.cutAfter = -1;
        fixture.turn(SOURCE);

        assertThat(fixture.counted().values())
                .extracting(EngagementReceived::occurredAt)
                .extracting(each -> each.toString().substring(8, 10))
                .containsOnly("02", "03")
                .hasSize(4);
    }

    @Test
    void aCalendarOf50MegabytesIsNotReadAndDoesNotHoldUpAnother() {
        peer.documents.put("/acme.ics", calendar(2, 0, ""));
        connect(peer.address(DocumentPeer.HUGE) + "\", \"" + peer.address("/acme.ics"));

        fixture.turn(SOURCE);
        assertThat(fixture.counted()).hasSize(4);

        connect(peer.address(DocumentPeer.HUGE));
        assertThatThrownBy(() -> fixture.turn(SOURCE)).hasMessageContaining("larger than 1048576 bytes");
    }

    /** Meetings on as many days; the first of them with a sequence number and further properties. */
    private static String calendar(int days, int sequence, String first) {
        var events = IntStream.rangeClosed(1, days)
                .mapToObj(
                        day ->
                                "BEGIN:VEVENT\r\nUID:m%d\r\nDTSTART:202601%02dT090000Z\r\nDTEND:202601%02dT093000Z\r\nSEQUENCE:%d\r\n%s"
                                                .formatted(
                                                        day, day, day, day == 1 ? sequence : 0, day == 1 ? first : "")
                                        + "ORGANIZER:mailto:kari@acme.example\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@example.com\r\nEND:VEVENT\r\n")
                .collect(Collectors.joining());
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:peer\r\n" + events + "END:VCALENDAR\r\n";
    }
}
