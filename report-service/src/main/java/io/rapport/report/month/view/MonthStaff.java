package io.rapport.report.month.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a member of staff contributed in the month.
 *
 * @param engagements outbound ones of the month
 * @param share of those that name a member, 0 to 1
 * @param clients those of the roster that had contact with no other member in the last 90 days
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MonthStaff(String staff, long engagements, double share, List<MonthIntroduction.MonthContact> clients) {}
