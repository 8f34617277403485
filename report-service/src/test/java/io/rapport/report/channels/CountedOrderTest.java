package io.rapport.report.channels;

import static io.rapport.report.ReportTestEvents.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.channel.CountedContact;
import io.rapport.report.domain.engagement.ChannelContact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountedOrderTest {

    private static final HandleKey HANDLE = new HandleKey(ACME, "x", "anna");

    private static final List<CountedContact> COUNTED =
            List.of(counted(1, 10, 60), counted(2, 30, 60), counted(3, 20, 7200), counted(4, 20, 5));

    @Test
    void longestAnswerTimeComesFirst() {
        assertThat(CountedOrder.LARGEST.after(COUNTED, null))
                .extracting(each -> each.contact().id().getLeastSignificantBits())
                .containsExactly(3L, 1L, 2L, 4L);
        assertThat(CountedOrder.NEWEST.after(COUNTED, null))
                .extracting(each -> each.contact().id().getLeastSignificantBits())
                .containsExactly(2L, 3L, 4L, 1L);
    }

    @ParameterizedTest
    @EnumSource(CountedOrder.class)
    void pagesNeitherRepeatNorLoseEqualValues(CountedOrder order) {
        var all = order.after(COUNTED, null);
        var paged = new ArrayList<CountedContact>();
        var rest = all;
        while (!rest.isEmpty()) {
            paged.add(rest.get(0));
            rest = order.after(COUNTED, order.cursor(rest.get(0)));
        }
        assertThat(paged).isEqualTo(all);
    }

    private static CountedContact counted(int id, int at, double amount) {
        var contact = new ChannelContact(
                new UUID(0, id),
                HANDLE,
                Instant.ofEpochSecond(at),
                Direction.INBOUND,
                EngagementKind.COMMENT,
                true,
                true,
                0);
        return new CountedContact(new UUID(1, id), contact, amount);
    }
}
