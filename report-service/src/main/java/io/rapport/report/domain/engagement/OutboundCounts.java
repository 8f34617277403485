package io.rapport.report.domain.engagement;

import java.util.Map;

/**
 * The number of outbound engagements in a time range.
 *
 * @param byStaff by member of staff
 * @param unnamed those that name no member
 * @param complete whether all of the range are counted
 */
public record OutboundCounts(Map<String, Long> byStaff, long unnamed, boolean complete) {

    /** The number of those that name a member. */
    public long named() {
        return byStaff.values().stream().mapToLong(Long::longValue).sum();
    }
}
