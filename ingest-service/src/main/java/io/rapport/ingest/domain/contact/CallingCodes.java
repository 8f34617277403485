package io.rapport.ingest.domain.contact;

import io.rapport.ingest.domain.text.BundledWordList;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows countries by ISO 3166 code and by name, and how telephone numbers begin there. */
final class CallingCodes {

    /**
     * How numbers begin.
     *
     * @param code the calling code
     * @param trunk what stands before a national number when it is dialled inside; empty for nothing
     */
    record Calling(String code, String trunk) {}

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.forLanguageTag("no"),
            Locale.forLanguageTag("nb"),
            Locale.forLanguageTag("da"),
            Locale.forLanguageTag("sv"));
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "uk",
            "GB",
            "england",
            "GB",
            "scotland",
            "GB",
            "wales",
            "GB",
            "great britain",
            "GB",
            "united states of america",
            "US",
            "america",
            "US",
            "holland",
            "NL");
    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Map<String, Calling> CALLING = new HashMap<>();

    static {
        for (var line : BundledWordList.load("countries.txt")) {
            var parts = line.split(" ");
            var calling = new Calling(parts[0], parts[1].equals("-") ? "" : parts[1]);
            List.of(parts).subList(2, parts.length).forEach(country -> CALLING.put(country, calling));
        }
        NAMES.putAll(OTHER_NAMES);
        CALLING.keySet().forEach(CallingCodes::learn);
    }

    private CallingCodes() {}

    /** How telephone numbers begin in a country, by its code or name; empty when that is not known. */
    static Optional<Calling> calling(String country) {
        return Optional.ofNullable(NAMES.get(BundledWordList.fold(country))).map(CALLING::get);
    }

    private static void learn(String code) {
        var country = new Locale.Builder().setRegion(code).build();
        NAMES.put(code.toLowerCase(Locale.ROOT), code);
        if (List.of(Locale.getISOCountries()).contains(code)) {
            NAMES.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
        }
        LANGUAGES.forEach(language -> NAMES.putIfAbsent(BundledWordList.fold(country.getDisplayCountry(language)), code));
    }
}
