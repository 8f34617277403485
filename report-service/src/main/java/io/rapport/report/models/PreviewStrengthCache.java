package io.rapport.report.models;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapport.contracts.BrandKey;
import io.rapport.report.days.ScoringDaysClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many people have which strength with both models of a finished preview, kept as long as nothing older changes: each of the two
 * costs a pass over all people of the brand. Like the preview, they are those of the time at which they were first asked for.
 */
final class PreviewStrengthCache {

    private static final int MAX_PREVIEWS = 200;

    private final ScoringModelClient scoring;
    private final @Nullable ScoringDaysClient days;
    private final Cache<PreviewKey, PreviewStrengths> cache =
            Caffeine.newBuilder().maximumSize(MAX_PREVIEWS).build();

    /** A preview that is computed again has other figures, or the same people. */
    private record PreviewKey(BrandKey brand, PreviewAnswer preview, long history) {}

    /**
     * The people in each band of ten points, lowest first; empty lists if the scoring service does not count them.
     *
     * @param now with the active model
     * @param then with the model of the preview
     */
    record PreviewStrengths(List<Long> now, List<Long> then) {}

    /**
     * A cache of the answers of the scoring service.
     *
     * @param days null if it cannot be asked what changed: nothing is kept then
     */
    PreviewStrengthCache(ScoringModelClient scoring, @Nullable ScoringDaysClient days) {
        this.scoring = scoring;
        this.days = days;
    }

    /** @param token of a caller who may read the preview */
    PreviewStrengths find(BrandKey brand, PreviewAnswer preview, String token) {
        if (days == null) {
            return read(brand, preview, token);
        }
        var key = new PreviewKey(brand, preview, days.findHistory(brand));
        var known = cache.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var counted = read(brand, preview, token);
        cache.put(key, counted);
        return counted;
    }

    private PreviewStrengths read(BrandKey brand, PreviewAnswer preview, String token) {
        return new PreviewStrengths(
                scoring.countStrengths(brand, preview.active(), preview.asOf(), token),
                scoring.countStrengths(brand, preview.version(), preview.asOf(), token));
    }
}
