package io.rapport.report.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.report.page.ListLink;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleChipsTest {

    private static final ListLink EVERYONE = ListLink.people("/b");

    @Test
    void filterThatIsSetIsRemovedByItsChipAndTheOthersStay() {
        var chips = new PeopleChips(
                EVERYONE.with("seen", "LAPSED").with("window", "90").with("stage", "TRUSTS"));
        assertThat(chips.current())
                .containsExactly(
                        new FilterChip("Went quiet in 90 days", "/b/people?stage=TRUSTS", true),
                        new FilterChip("Stage: trusts", "/b/people?seen=LAPSED&window=90", true));
        assertThat(find(chips, "Went quiet"))
                .isEqualTo(new FilterChip("Went quiet", "/b/people?window=90&stage=TRUSTS", true));
        assertThat(find(chips, "Clients").href()).isEqualTo("/b/people?seen=LAPSED&window=90&stage=TRUSTS&client=true");
        assertThat(chips.windows()).extracting(FilterChip::on).containsExactly(false, false, true);
    }

    @Test
    void everyFilterOfAnUnfilteredListIsOff() {
        var chips = new PeopleChips(EVERYONE);
        assertThat(chips.groups(List.of("x")))
                .flatExtracting(FilterGroup::chips)
                .hasSize(19)
                .noneMatch(FilterChip::on);
        assertThat(chips.current()).isEmpty();
        assertThat(chips.windows()).isEmpty();
        assertThat(chips.orders())
                .filteredOn(FilterChip::on)
                .extracting(FilterChip::label)
                .containsExactly("Strongest");
    }

    @Test
    void exclusionIsNamed() {
        assertThat(new PeopleChips(EVERYONE.with("client", "false").with("q", "zoe")).current())
                .extracting(FilterChip::label)
                .containsExactlyInAnyOrder("Not: Clients", "“zoe”");
    }

    private static FilterChip find(PeopleChips chips, String label) {
        return chips.groups(List.of()).stream()
                .flatMap(group -> group.chips().stream())
                .filter(chip -> chip.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
