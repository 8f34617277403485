package io.rapport.scoring.web.day;

import io.rapport.scoring.domain.day.PersonDay;
import java.util.List;

/** Some people on one day. */
record PeopleLookupView(String modelVersion, int window, List<PersonDay> items) {}
