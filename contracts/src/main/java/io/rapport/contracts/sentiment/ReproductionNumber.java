package io.rapport.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The reproduction number: messages of the same polarity that a message leads to within 48 hours.
 *
 * @param value children by parents; null when not measurable
 * @param low lower end of the 90 % interval, 0 where no child was seen; null when not measurable
 * @param high upper end of the 90 % interval; null when not measurable
 * @param parents the number of messages older than 48 hours
 * @param children the number of their children
 * @param measurable false with fewer than 5 parents, or when most of them are known by root only
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReproductionNumber(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        long parents,
        long children,
        boolean measurable) {}
