package io.rapport.report.page;

import static io.rapport.report.ReportTestEvents.DAY;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.ReportTestEvents;
import io.rapport.report.domain.EmptyFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationshipSummaryTest {

    @Test
    void highestContributionComesFirst() {
        assertThat(RelationshipSummary.of(relationship("anna").strong(0).state()))
                .isEqualTo("12 comments and 3 shares; last seen 4 May");
        assertThat(RelationshipSummary.of(relationship("anna").strong(50).state()))
                .isEqualTo("3 shares and 12 comments; last seen 15 Mar");
    }

    @Test
    void yearIsShownIfItDiffers() {
        assertThat(RelationshipSummary.of(
                        relationship("anna").on(DAY.withMonth(1)).strong(50).state()))
                .endsWith("last seen 15 Nov 2024");
    }

    @Test
    void relationshipWithoutInboundEngagements() {
        assertThat(RelationshipSummary.of(EmptyFigures.relationship(ReportTestEvents.ACME, person("anna"), DAY)))
                .isEqualTo("Nothing from them yet");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "1, REPLY, 1 reply",
                "2, REPLY, 2 replies",
                "1, THANKS, 1 thank-you",
                "3, THANKS, 3 thank-yous",
                "2, EMAIL, 2 e-mails",
                "1234, VISIT, \"1,234 visits\"",
                "2, INTRODUCTION, 2 introductions"
            })
    void countsHaveSingularAndPlural(long count, EngagementKind kind, String words) {
        assertThat(PageFormat.counted(count, kind)).isEqualTo(words);
    }
}
