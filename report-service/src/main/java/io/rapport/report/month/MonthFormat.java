package io.rapport.report.month;

import io.rapport.web.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The formats of a month. */
enum MonthFormat {
    JSON(MediaType.APPLICATION_JSON),
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)),
    XLSX(new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    PDF(MediaType.APPLICATION_PDF),
    HTML(MediaType.TEXT_HTML);

    private final MediaType type;

    MonthFormat(MediaType type) {
        this.type = type;
    }

    /**
     * A month as it was asked for.
     *
     * @param month without the suffix
     */
    record RequestedMonth(String month, MonthFormat format) {}

    MediaType type() {
        return type;
    }

    /** The suffix of file names, with the dot. */
    String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format by suffix, else by what the client accepts, else JSON; fails with 406 if the client accepts none of them.
     *
     * @param path the last part of the path
     */
    static RequestedMonth of(String path, @Nullable String accept) {
        return Arrays.stream(values())
                .filter(format -> path.endsWith(format.suffix()))
                .findFirst()
                .map(format -> new RequestedMonth(
                        path.substring(0, path.length() - format.suffix().length()), format))
                .orElseGet(() -> new RequestedMonth(path, accepted(accept)));
    }

    private static MonthFormat accepted(@Nullable String accept) {
        return ranges(accept).stream()
                .flatMap(range -> Arrays.stream(values())
                        .filter(format -> range.includes(format.type))
                        .limit(1))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_ACCEPTABLE,
                                "not-acceptable",
                                "The month is not available in this format",
                                "Accept application/json, text/csv, application/pdf, text/html or the type of .xlsx,"
                                        + " or end the address with .json, .csv, .xlsx, .pdf or .html.")
                        .asException());
    }

    /** The media ranges, best first; everything without a usable header. */
    private static List<MediaType> ranges(@Nullable String accept) {
        return Optional.ofNullable(accept)
                .filter(text -> !text.isBlank())
                .map(MonthFormat::parse)
                .orElse(List.of(MediaType.ALL));
    }

    private static List<MediaType> parse(String accept) {
        try {
            var ranges = new ArrayList<>(MediaType.parseMediaTypes(accept));
            MimeTypeUtils.sortBySpecificity(ranges);
            ranges.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
            return ranges;
        } catch (InvalidMediaTypeException e) {
            return List.of(MediaType.ALL);
        }
    }
}
