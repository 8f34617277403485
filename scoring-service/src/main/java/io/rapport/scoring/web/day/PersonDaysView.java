package io.rapport.scoring.web.day;

import java.util.List;
import java.util.UUID;

/** One person on several days. */
record PersonDaysView(UUID person, String modelVersion, List<PersonDayView> items) {}
