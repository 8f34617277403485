package io.rapport.report.tie;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.tie.TieReport.NamedTie;
import io.rapport.report.page.BrandPageLink;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A person who is tied to another one.
 *
 * @param weight contacts, halved with every 60 days since
 * @param messages how often one replied to, quoted or shared a message of the other
 * @param mentions how often one mentioned the other in a message
 * @param events how many events both attended
 * @param referred how often the person was referred by the one whose ties these are
 * @param referrals how often the person referred the one whose ties these are
 * @param reason what ties them, in words
 * @param link the person's page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TieView(
        UUID person,
        String name,
        Stage stage,
        boolean client,
        double weight,
        long messages,
        long mentions,
        long events,
        long referred,
        long referrals,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        String link) {

    static TieView of(NamedTie named, AsOfDay asOf, String brandPath) {
        var tie = named.tie();
        var state = named.other().state();
        return new TieView(
                tie.other(),
                named.other().name(),
                state.stage(),
                state.client(),
                tie.weightOn(Objects.requireNonNullElse(asOf.day(), tie.lastDay())),
                tie.messages(),
                tie.mentions(),
                tie.events(),
                tie.referrals(),
                tie.referredBy(),
                tie.firstDay(),
                tie.lastDay(),
                TieReason.of(tie, named.person().name()),
                BrandPageLink.person(brandPath, tie.other(), asOf));
    }
}
