package io.rapport.report.people;

import java.util.List;

/** Filters of one kind, of which one can be set. */
record FilterGroup(String label, List<FilterChip> chips) {}
