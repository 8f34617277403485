package io.rapport.report.brand;

import io.rapport.report.people.PeopleRequest;
import io.rapport.report.request.RequestParameters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of a brand's page: the list of people, and the window of the figures. */
record BrandPageRequest(
        @Nullable String window,
        @Nullable String show,
        @Nullable String q,
        @Nullable String sort,
        @Nullable String asOf) {

    /** The filters of the list, in the order of the page. */
    static final List<NamedFilter> FILTERS = List.of(
            new NamedFilter("clients", "Clients"),
            new NamedFilter("captive", "Captive"),
            new NamedFilter("cooling", "Cooling"),
            new NamedFilter("owed", "Owed a reply"),
            new NamedFilter("new", "New"),
            new NamedFilter("returning", "Returning"),
            new NamedFilter("revived", "Revived"),
            new NamedFilter("lapsed", "Lapsed"));

    /** The filters by what the figures of the window count. */
    private static final Set<String> SEEN = Set.of("new", "returning", "revived", "lapsed");

    private static final String DEFAULT_WINDOW = "30";

    /**
     * A filter of the list.
     *
     * @param show its value of the parameter {@code show}
     */
    record NamedFilter(String show, String label) {}

    int days() {
        return RequestParameters.parseWindow(
                Optional.ofNullable(window).filter(text -> !text.isBlank()).orElse(DEFAULT_WINDOW));
    }

    /** The filter named by {@code show}, and the search; any other value of {@code show} shows everyone. */
    PeopleRequest people() {
        return new PeopleRequest(
                sort,
                null,
                null,
                only("cooling"),
                only("captive"),
                only("clients"),
                only("owed"),
                seen(),
                window,
                null,
                null,
                null,
                q,
                asOf);
    }

    private @Nullable String seen() {
        return SEEN.contains(Objects.requireNonNullElse(show, "")) ? show : null;
    }

    private @Nullable String only(String word) {
        return word.equals(show) ? "true" : null;
    }
}
