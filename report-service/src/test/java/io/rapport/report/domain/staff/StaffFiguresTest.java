package io.rapport.report.domain.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.report.domain.engagement.OutboundCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StaffFiguresTest {

    private static final UUID ADA = new UUID(1, 1);
    private static final UUID BO = new UUID(1, 2);
    private static final UUID CY = new UUID(1, 3);

    @Test
    void shareIsOfEngagementsThatNameAMember() {
        var figures = StaffFigures.of(new OutboundCounts(Map.of("Kari", 3L, "Ola", 1L), 6, true), Map.of());
        assertThat(figures.members())
                .extracting(
                        each -> each.share().staff(),
                        each -> each.share().share(),
                        StaffFigures.StaffMemberFigures::clients)
                .containsExactly(tuple("Kari", 0.75, List.of()), tuple("Ola", 0.25, List.of()));
    }

    @Test
    void clientIsHeldAloneOnlyIfNoOtherMemberWasInTouch() {
        var holders = new LinkedHashMap<UUID, List<StaffShare>>();
        holders.put(ADA, StaffShare.of(Map.of("Kari", 9L, "Ola", 1L)));
        holders.put(BO, StaffShare.of(Map.of("Kari", 1L)));
        holders.put(CY, List.of());
        var figures = StaffFigures.of(new OutboundCounts(Map.of("Kari", 1L), 0, true), holders);
        assertThat(figures.members())
                .singleElement()
                .satisfies(kari -> assertThat(kari.clients()).containsExactly(BO));
    }

    @Test
    void memberWhoHoldsATieAloneIsListedWithoutEngagementsOfTheDays() {
        var holders = Map.of(ADA, StaffShare.of(Map.of("Liv", 2L)));
        var figures = StaffFigures.of(new OutboundCounts(Map.of("Kari", 1L), 0, true), holders);
        assertThat(figures.members())
                .extracting(each -> each.share().staff(), each -> each.share().engagements())
                .containsExactly(tuple("Kari", 1L), tuple("Liv", 0L));
    }
}
