package io.rapport.scoring.web.day;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.scoring.domain.day.BrandDayFigures;
import io.rapport.scoring.query.DayQueries;
import java.util.List;

/** Figures of a brand on several days. */
record BrandDaysView(@JsonUnwrapped DayQueries.Days days, List<BrandDayFigures> items) {}
