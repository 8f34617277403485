package io.rapport.report.tie;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.tie.TieReport.NamedTie;
import io.rapport.report.page.BrandPageLink;
import java.util.Locale;
import java.util.UUID;

/**
 * A client who hardly knows the brand, and a person close to it who could introduce it.
 *
 * @param person the client
 * @param know 0 to 100
 * @param through who could introduce the brand, and what ties them to the client
 * @param reason why, as a sentence
 * @param link the client's page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record IntroductionView(UUID person, String name, double know, TieView through, String reason, String link) {

    static IntroductionView of(NamedTie named, AsOfDay asOf, String brandPath) {
        var client = named.person().state();
        return new IntroductionView(
                client.person(),
                named.person().name(),
                client.know(),
                TieView.of(named, asOf, brandPath),
                reason(named),
                BrandPageLink.person(brandPath, client.person(), asOf));
    }

    /** Why the other person could introduce the brand to the client. */
    static String reason(NamedTie named) {
        return String.format(
                Locale.ROOT,
                "%s is close to the brand and tied to %s, a client who hardly knows it: %s.",
                named.other().name(),
                named.person().name(),
                TieReason.of(named.tie(), named.person().name()));
    }
}
