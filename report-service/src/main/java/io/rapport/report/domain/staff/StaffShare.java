package io.rapport.report.domain.staff;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.report.domain.identity.KnownPerson;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The share of a member of staff in outbound engagements.
 *
 * @param engagements outbound ones
 * @param share of those that name a member, 0 to 1
 */
public record StaffShare(String staff, long engagements, double share) {

    private static final Comparator<StaffShare> MOST_FIRST =
            Comparator.comparingLong(StaffShare::engagements).reversed().thenComparing(StaffShare::staff);

    /** The shares of these counts, most first. */
    public static List<StaffShare> of(Map<String, Long> counts) {
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .map(each -> new StaffShare(each.getKey(), each.getValue(), (double) each.getValue() / all))
                .sorted(MOST_FIRST)
                .toList();
    }

    /**
     * Who holds the tie with a person, most first.
     *
     * @param byHandle counts of outbound engagements by member of staff
     */
    public static List<StaffShare> holders(
            BrandKey brand, KnownPerson person, Map<HandleKey, Map<String, Long>> byHandle) {
        var counts = new HashMap<String, Long>();
        person.handleKeys(brand)
                .forEach(handle -> byHandle.getOrDefault(handle, Map.of())
                        .forEach((member, count) -> counts.merge(member, count, Long::sum)));
        return of(counts);
    }
}
