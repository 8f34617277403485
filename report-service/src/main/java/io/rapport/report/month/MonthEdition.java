package io.rapport.report.month;

import io.rapport.report.month.document.MonthBrandMark;
import io.rapport.report.month.view.MonthView;
import org.jspecify.annotations.Nullable;

/**
 * A month in one language.
 *
 * @param mark of the agency
 * @param pdf the document; null if it was not asked for
 */
public record MonthEdition(MonthView view, MonthBrandMark mark, byte @Nullable [] pdf) {}
