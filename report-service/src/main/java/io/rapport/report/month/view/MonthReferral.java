package io.rapport.report.month.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A person who referred others: a tree of referrals.
 *
 * @param brought the people this person referred, each with those they referred
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MonthReferral(@JsonUnwrapped MonthPerson line, List<MonthReferral> brought) {}
