package io.rapport.report.value;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.FigureEvidence;
import io.rapport.contracts.score.ValueKind;
import io.rapport.contracts.score.ValuePart;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value stream on the value page.
 *
 * @param id of the section
 * @param count the number of purchases, visits, answers or engagements
 * @param countLink path of the list of them; null without one
 * @param few whether the stream stands on few data
 * @param names the people behind it, the highest amount first
 * @param see a link to the people where they are listed in another place; null if they are not
 * @param seeWords the words of that link
 */
@RecordBuilder
record ValueStreamCard(
        String id,
        String label,
        String meaning,
        String amount,
        String count,
        @Nullable String countLink,
        List<ValuePartRow> parts,
        boolean few,
        List<ValueName> names,
        @Nullable String see,
        @Nullable String seeWords) {

    private static final int SHOWN = 5;

    /** The first names. */
    public List<ValueName> firstNames() {
        return names.subList(0, Math.min(SHOWN, names.size()));
    }

    /** The names after the first ones. */
    public List<ValueName> otherNames() {
        return names.subList(Math.min(SHOWN, names.size()), names.size());
    }

    /** A part of a stream. */
    record ValuePartRow(String what, String amount, String count) {}

    /**
     * The card of a stream.
     *
     * @param people of the window
     * @param path of the brand's page
     * @param window the length of the window in days
     */
    static ValueStreamCard of(
            ValueView.ValueStreamView from, ValueNames.ValuePeople people, String path, AsOfDay asOf, int window) {
        var link = ValueEvidence.path(from.stream(), path, asOf.day(), window);
        var card = ValueStreamCardBuilder.builder()
                .id(id(from.stream(), from.unit()))
                .label(from.label())
                .meaning(from.meaning())
                .amount(PageFormat.amount(from.amount(), from.unit()))
                .count(text(
                        "value.from",
                        PageFormat.counted(
                                from.count(),
                                ValueStreamLabels.of(from.stream()).counted())))
                .countLink(link)
                .parts(from.parts().stream()
                        .map(part -> part(part, from.unit()))
                        .toList())
                .few(FigureEvidence.isFew(from.evidence()))
                .names(List.of());
        return switch (from.stream()) {
            case DIRECT_SALES -> card.names(buyers(people, from.unit())).build();
            case HOURS_INVESTED -> card.names(people.hours()).build();
            case ASSISTED_SALES ->
                card.see(link).seeWords(text("value.assisted")).build();
            case REFERRAL -> card.see(link).seeWords(text("value.referred")).build();
            case SERVICE_SAVED ->
                card.see(path + "/service" + BrandPageLink.asOf(asOf, "?"))
                        .seeWords(text("service.title"))
                        .build();
            case SEARCH_COST_AVOIDED, AUTHORITY, UNKNOWN -> card.build();
        };
    }

    private static String id(ValueKind stream, String unit) {
        return (stream.name() + "-" + unit).toLowerCase(Locale.ENGLISH).replace('_', '-');
    }

    private static List<ValueName> buyers(ValueNames.ValuePeople people, String unit) {
        return people.buyers().getOrDefault(unit, List.of());
    }

    private static ValuePartRow part(ValuePart from, String unit) {
        return new ValuePartRow(
                what(from.label()), PageFormat.amount(from.amount(), unit), PageFormat.count(from.count()));
    }

    /** Formats {@code OUTBOUND REPLY} as {@code Reply from us}; other labels, such as keywords, stay as they are. */
    private static String what(String label) {
        for (var direction : List.of(Direction.INBOUND, Direction.OUTBOUND)) {
            for (var kind : Arrays.asList(EngagementKind.values())) {
                if (label.equals(direction + " " + kind)) {
                    return text(
                            direction == Direction.INBOUND ? "value.from-them" : "value.from-us",
                            PageFormat.label(kind));
                }
            }
        }
        return PageText.line(label);
    }
}
