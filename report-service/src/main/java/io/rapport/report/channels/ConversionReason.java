package io.rapport.report.channels;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.Conversion;
import io.rapport.report.domain.channel.ConversionPattern;
import io.rapport.report.domain.channel.ConversionPattern.SimilarPerson;
import io.rapport.report.page.PageFormat;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a person is named as a new buyer or as someone who stands where buyers stood, as a sentence. */
public final class ConversionReason {

    private ConversionReason() {}

    /** The first purchase, the path to it and the time since the first contact. */
    public static String bought(Conversion from, DayInterval days) {
        var after = daysAfter(from, days);
        var path = from.path().isEmpty()
                ? ""
                : text("conversion.path", String.join(text("conversion.then") + " ", from.path()));
        return text("conversion.bought", PageFormat.day(days.dayOf(from.at())), from.channel()) + path
                + (after == null ? "" : text("conversion.after", PageFormat.counted(after, "day"))) + ".";
    }

    /** The days from the first contact to the purchase; null if the first contact is not known. */
    public static @Nullable Long daysAfter(Conversion from, DayInterval days) {
        var first = from.firstContact();
        return first == null ? null : (Long) first.until(days.dayOf(from.at()), ChronoUnit.DAYS);
    }

    /** The channels before the purchase, and the one of the purchase. */
    public static List<String> path(Conversion from) {
        return Stream.concat(from.path().stream(), Stream.of(from.channel())).toList();
    }

    /** Why a person is suggested. */
    public static String similar(SimilarPerson similar, ConversionPattern pattern) {
        var seen = PageFormat.counted(similar.contacts(), "engagement");
        var channel = pattern.channel();
        return channel == null
                ? text("conversion.similar", seen, pattern.conversions(), pattern.contacts())
                : text(
                        "conversion.similar-by",
                        seen,
                        pattern.conversions(),
                        pattern.contacts(),
                        channel,
                        pattern.through());
    }
}
